import * as z from "zod/mini";

/** Something, whatever it is. */
export const filled = z.string().check(z.minLength(1));

/** As browsers know them: also `me@localhost`, which a household may have. */
export const emailAddress = z.email({ pattern: z.regexes.html5Email });

/** A form that asks for a one-time code alone. */
export const oneCode = z.object({ code: filled });
