import type {Services} from '../services/services.ts';
import type {LiveHandoff} from '../store/live-handoff.ts';
import type {HandoffView} from './handoff-view.tsx';

/** A handoff that is opened, with the screens for it, which the first one does not need. */
export interface HandoffRoute {
  readonly at: 'handoff';
  readonly live: LiveHandoff;
  readonly screens: typeof HandoffView;
}

export async function handoffRoute(services: Services, id: string): Promise<HandoffRoute> {
  const [live, {HandoffView: screens}] = await Promise.all([
    services.openHandoff(id),
    import('./handoff-view.tsx'),
  ]);
  return {at: 'handoff', live, screens};
}
