"""What every feature stands on: settings, errors, events, sweeps, the outgoing HTTP client, cache tags."""
