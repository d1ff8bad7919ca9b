/** What somebody typed to say who they are, as the server tells the kinds apart. */
export function identityOf(typed: string): { email: string } | { phone: string } | { username: string } {
  const text = typed.trim();
  if (text.includes("@")) return { email: text };
  if (/^\+[\d\s()/.-]+$/.test(text)) return { phone: bareNumber(text) };
  return { username: text };
}

/** A phone number without what people put between its digits. */
export function bareNumber(typed: string): string {
  return typed.replace(/[\s()/.-]/g, "");
}
