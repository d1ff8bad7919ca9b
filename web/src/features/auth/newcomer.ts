import * as z from "zod/mini";
import { zNewPerson } from "@/api/bodies/zod.gen";
import { emailAddress } from "@/components/form/checks";

/** Whoever gets an account, here or by somebody else: what the server says of names and passwords, and an address. */
export const newcomer = z.extend(z.pick(zNewPerson, { username: true, password: true }), { email: emailAddress });
