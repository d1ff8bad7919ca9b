/** Ways to prove that it is still the same person, as the server names them. */
export type Way = "reauthenticate" | "mfa_reauthenticate";

const WAYS: readonly Way[] = ["reauthenticate", "mfa_reauthenticate"];

/** What the server says of a deed of its own that wants proof. */
const PROVE = "urn:matinee:problem:confirm-that-it-is-you";

type Ask = (ways: Way[]) => Promise<boolean>;

let ask: Ask = () => Promise.resolve(false);

/** Whoever can ask the person; it answers whether they proved it. */
export function proveBy(asking: Ask): void {
  ask = asking;
}

/** Like fetch; what the server does only for people who have just proven who they are is asked for and then repeated. */
export async function fetchProven(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetch(request);
  if (response.status !== 401) return response;
  const ways = waysOf(
    await response
      .clone()
      .json()
      .catch(() => null),
  );
  return ways.length > 0 && (await ask(ways)) ? fetch(again) : response;
}

interface Refusal {
  type?: string;
  data?: { flows?: { id: string }[] };
  meta?: { is_authenticated?: boolean };
}

/** The ways that an answer offers to somebody who is signed in; none when it is about something else. */
export function waysOf(answer: unknown): Way[] {
  const { type, data, meta } = (answer ?? {}) as Refusal;
  if (type === PROVE) return [...WAYS]; // it does not say which
  if (!meta?.is_authenticated) return [];
  return WAYS.filter((way) => data?.flows?.some(({ id }) => id === way));
}
