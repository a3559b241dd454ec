/** The security headers of every answer; `nonce` admits this answer's own scripts and nothing else. */
export const securityHeaders = (options: {
  nonce: string;
  production: boolean;
  https: boolean;
}): Record<string, string> => {
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${options.nonce}'${options.production ? "" : " 'unsafe-eval'"}`,
    `style-src 'self'${options.production ? "" : " 'unsafe-inline'"}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self'${options.production ? "" : " ws:"}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return {
    "Content-Security-Policy": policy.join("; "),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(options.https ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
  };
};
