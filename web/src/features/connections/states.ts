const STATES = ["off", "ok", "refused", "down"] as const;

export type State = (typeof STATES)[number];

/** A state that the interface has a word and a colour for; a newer server may know more. */
export function known(state: string): State {
  return STATES.find((name) => name === state) ?? "down";
}
