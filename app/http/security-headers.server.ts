import { env } from "~/env.server";

const isHttps = env.APP_URL.startsWith("https:");

/** The headers of every page. Pages need no inline style, no inline script and nothing from elsewhere. */
export function securityHeaders(nonce: string): [string, string][] {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
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
