import { createFileRoute } from "@tanstack/react-router";

export const Route = createFileRoute("/_account/setup")({
  component: RouteComponent,
});

function RouteComponent() {
  return <div>Hello "/_account/setup"!</div>;
}
