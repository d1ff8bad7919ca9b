import { Component, type ReactNode } from "react";

/** Lets what is inside fail alone: it is missing then, and the page around it stays. */
export class Apart extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return !this.state.failed && this.props.children;
  }
}
