import { storage } from "./storage";

const PATIENCE = 2_000; // milliseconds for a worker that does not answer

/** Empties what this browser keeps of answers and pictures for the time without a server: it was somebody else's. */
export async function forgetAnswers(): Promise<void> {
  if (!("serviceWorker" in navigator)) return; // not in a secure context: nothing is kept
  const worker = (await navigator.serviceWorker.getRegistration())?.active;
  if (!worker) return;
  await new Promise<unknown>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    setTimeout(resolve, PATIENCE);
    worker.postMessage("forget", [port2]);
  });
}

const OWNER = "matinee.memoryOf";

/** Says whose answers are being kept; somebody else's, or those of other rights, are forgotten first. */
export async function keepFor(owner: string): Promise<void> {
  const before = storage.getItem(OWNER);
  storage.setItem(OWNER, owner);
  if (before !== null && before !== owner) await forgetAnswers();
}

/** Before somebody comes in, and after they left: nothing is kept, and nobody's answers are. */
export async function keepForNobody(): Promise<void> {
  storage.removeItem(OWNER);
  await forgetAnswers();
}

/** Calls `changed` when another tab found out that somebody else is here, or nobody; answers what ends that. */
export function onOtherOwner(changed: () => void): () => void {
  const heard = ({ key }: StorageEvent) => {
    if (key === OWNER) changed();
  };
  window.addEventListener("storage", heard);
  return () => {
    window.removeEventListener("storage", heard);
  };
}
