/** What the server, or a service, says itself: in English. */
export function ServersWords({ words }: { words: string | null }) {
  if (!words) return null;
  return (
    <p lang="en" dir="auto">
      {words}
    </p>
  );
}
