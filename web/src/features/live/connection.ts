import { io } from "socket.io-client";

const FIRST_PAUSE = 1_000; // milliseconds until the next try, each about twice as long as the one before
const LONGEST_PAUSE = 60_000;

interface Ears {
  /** The connection is there, or there again. */
  connected: () => void;
  /** It is not there any more; it is tried again, or `refused` is said. */
  parted: () => void;
  said: (name: string, body: unknown) => void;
  /** The server wants this connection no more, or not at all. */
  refused: () => void;
}

/**
 * Keeps a connection on which the server says at once what happened; answers what ends it. By WebSocket alone: requests
 * of a long poll would each find another web process.
 */
export function connect({ connected, parted, said, refused }: Ears): () => void {
  const socket = io({
    transports: ["websocket"],
    reconnectionDelay: FIRST_PAUSE,
    reconnectionDelayMax: LONGEST_PAUSE,
    forceNew: true,
  });
  socket.on("connect", connected);
  socket.onAny(said);
  // It is not active when it will not be tried again: the server itself has ended it.
  socket.on("disconnect", () => {
    parted();
    if (!socket.active) refused();
  });
  socket.on("connect_error", () => {
    if (!socket.active) refused();
  });
  return () => {
    socket.disconnect();
  };
}
