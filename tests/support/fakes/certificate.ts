import { spawnSync } from "node:child_process";
import { installDebian } from "../debian";

/** A key and a certificate for 127.0.0.1 that signs itself, for the TLS option of a fake. */
export function makeCertificate(): { key: string; cert: string } {
  const made = run() ?? (installDebian("openssl") ? run() : null);
  if (!made) throw new Error("openssl made no certificate.");
  return made;
}

function run() {
  const names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "-"];
  const { stdout, status } = spawnSync("openssl", ["req", "-x509", "-days", "2", ...key, ...names, "-out", "-"], {
    encoding: "utf8",
    timeout: 20_000,
  });
  if (status !== 0) return null;
  const [cert] = /-----BEGIN CERTIFICATE-----[^]+?-----END CERTIFICATE-----\n/.exec(stdout) ?? [];
  const [found] = /-----BEGIN PRIVATE KEY-----[^]+?-----END PRIVATE KEY-----\n/.exec(stdout) ?? [];
  return cert && found ? { key: found, cert } : null;
}
