/** An e-mail address as strangers to it may see it: first letter and domain ("w***@school.edu.cn"). */
export const maskEmail = (email: string): string => {
  const at = email.lastIndexOf("@");
  return at < 1 ? "***" : `${email.slice(0, 1)}***${email.slice(at)}`;
};
