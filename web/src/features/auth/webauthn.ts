/** A challenge as the server sends it: every buffer as text, in base64url. */
interface Told {
  publicKey: Record<string, unknown> & { challenge: string };
}

interface Credential {
  id: string;
}

/** Passkeys belong to a name; a browser makes none for an IP address, nor over plain http except for localhost. */
export function passkeysWork(): boolean {
  return window.isSecureContext && "credentials" in navigator && !isIpAddress(window.location.hostname);
}

export function isIpAddress(host: string): boolean {
  return /^\[.*\]$|^\d{1,3}(\.\d{1,3}){3}$/.test(host);
}

/** Makes a passkey on this device, or on one nearby; null when the person changed their mind. */
export async function makePasskey(told: unknown): Promise<unknown> {
  const publicKey = decoded((told as Told).publicKey) as unknown as PublicKeyCredentialCreationOptions;
  const made = await unlessCancelled(navigator.credentials.create({ publicKey }));
  if (!made) return null;
  const { attestationObject, clientDataJSON } = made.response as AuthenticatorAttestationResponse;
  return encoded(made, { attestationObject, clientDataJSON });
}

/** Signs a challenge with a passkey; null when the person changed their mind. */
export async function signWithPasskey(told: unknown): Promise<unknown> {
  const publicKey = decoded((told as Told).publicKey) as unknown as PublicKeyCredentialRequestOptions;
  const used = await unlessCancelled(navigator.credentials.get({ publicKey }));
  if (!used) return null;
  const { authenticatorData, clientDataJSON, signature, userHandle } = used.response as AuthenticatorAssertionResponse;
  return encoded(used, { authenticatorData, clientDataJSON, signature, userHandle });
}

async function unlessCancelled(asked: Promise<unknown>): Promise<PublicKeyCredential | null> {
  try {
    return (await asked) as PublicKeyCredential | null;
  } catch (thrown) {
    if (thrown instanceof DOMException && ["NotAllowedError", "AbortError"].includes(thrown.name)) return null;
    throw thrown;
  }
}

function encoded(credential: PublicKeyCredential, response: Record<string, ArrayBuffer | null>) {
  const written = Object.entries(response).map(([name, value]) => [name, value && toBase64Url(value)]);
  return {
    type: credential.type,
    id: credential.id,
    rawId: toBase64Url(credential.rawId),
    authenticatorAttachment: credential.authenticatorAttachment,
    response: Object.fromEntries(written) as Record<string, string | null>,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

function decoded({ challenge, ...options }: Told["publicKey"]): Record<string, unknown> {
  const ids = (list: unknown) => (list as Credential[]).map((item) => ({ ...item, id: fromBase64Url(item.id) }));
  const { user, allowCredentials, excludeCredentials } = options;
  return {
    ...options,
    challenge: fromBase64Url(challenge),
    ...(user !== undefined && { user: { ...(user as Credential), id: fromBase64Url((user as Credential).id) } }),
    ...(Array.isArray(allowCredentials) && { allowCredentials: ids(allowCredentials) }),
    ...(Array.isArray(excludeCredentials) && { excludeCredentials: ids(excludeCredentials) }),
  };
}

export function toBase64Url(buffer: ArrayBuffer): string {
  const text = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
}
