/**
 * Darkens the page behind a dialog. Radix's own overlay would lock scrolling with a <style> element, which the content
 * security policy refuses; app.css locks the page instead, while anything with `data-dialog` is open.
 */
export function Curtain() {
  return <div aria-hidden data-curtain className="fixed inset-0 z-40 animate-fade bg-shade/70" />;
}
