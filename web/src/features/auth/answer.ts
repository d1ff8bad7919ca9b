import { body, type Call } from "@/api/client";
import { Problem } from "@/api/problem";
import type { AuthAnswer } from "@/api/types";

/** What an address of sign-in answers. Its 401 is no failure: it says what is still to be done. */
export async function answered(call: Call): Promise<AuthAnswer> {
  try {
    return (await body(call)) as AuthAnswer;
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.status === 401 && isAnswer(thrown.told)) return thrown.told;
    throw thrown;
  }
}

function isAnswer(told: unknown): told is AuthAnswer {
  return typeof told === "object" && told !== null && "meta" in told && "data" in told;
}
