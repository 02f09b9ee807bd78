import { env } from "~/env.server";
import { paths } from "~/paths";

const isHttps = env.APP_URL.startsWith("https:");

/**
 * Redoc writes styles by itself: those of its scrollbar, and an empty one, before it can be told of the nonce, so these go by
 * their hashes. Its search runs in a worker that it makes.
 */
const redocStyles =
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'sha256-QMIg+bpjm3JdElJ388KYke01izlUW0UoNOeKjpMxdgc='";

/** The headers of every page. Pages need no inline style, no inline script and nothing from elsewhere. */
export function securityHeaders(nonce: string, path: string): [string, string][] {
  const isRedoc = path === paths.redoc();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    isRedoc ? `style-src 'self' 'nonce-${nonce}' ${redocStyles}` : "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    ...(isRedoc ? ["worker-src blob:"] : []),
    "frame-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  const headers: [string, string][] = [
    ["Content-Security-Policy", policy.join("; ")],
    ["Referrer-Policy", "strict-origin-when-cross-origin"],
    ["X-Content-Type-Options", "nosniff"],
    ["X-Frame-Options", "DENY"],
    ["Permissions-Policy", "camera=(), microphone=(), geolocation=()"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
  ];
  return isHttps ? [...headers, ["Strict-Transport-Security", "max-age=31536000; includeSubDomains"]] : headers;
}
