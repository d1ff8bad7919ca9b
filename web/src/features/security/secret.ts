import { api, done } from "@/api/client";
import { Problem } from "@/api/problem";
import type { TotpToCome } from "@/api/types";

/** What an authenticator app is fed with: as text to type, and as the address in the QR code. */
export interface Secret {
  text: string;
  address: string;
}

/** A new one. The server says it with 404, since there is no app yet. */
export async function fetchSecret(): Promise<Secret> {
  try {
    await done(api.GET("/api/v1/auth/browser/v1/account/authenticators/totp"));
  } catch (thrown) {
    const meta = thrown instanceof Problem && thrown.status === 404 ? (thrown.told as TotpToCome).meta : undefined;
    if (!meta) throw thrown;
    return { text: meta.secret, address: meta.totp_url };
  }
  throw new Problem({ status: 409 });
}

/** In groups of four, as one reads it out. */
export function grouped(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(" ") ?? "";
}
