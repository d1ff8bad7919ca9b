/** The countdown that runs before a reel: shown where there is no picture to show. */
export function Leader({ text }: { text: string }) {
  return (
    <svg viewBox="0 0 240 180" aria-hidden className="w-60 text-edge">
      <rect x="1" y="1" width="238" height="178" rx="10" className="fill-surface" stroke="currentColor" />
      <path d="M120 90V1A89 89 0 0 1 209 90Z" className="fill-ink/6" />
      <path d="M0 90h240M120 0v180" stroke="currentColor" strokeWidth="1" opacity="0.6" />
      <circle cx="120" cy="90" r="72" fill="none" stroke="currentColor" strokeWidth="2" />
      <circle cx="120" cy="90" r="62" fill="none" stroke="currentColor" strokeWidth="2" />
      <text x="120" y="92" textAnchor="middle" dominantBaseline="central" className="display fill-accent text-[58px]">
        {text}
      </text>
    </svg>
  );
}
