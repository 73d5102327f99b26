import type {Item, PartName, Phase, RegisterName, Step} from '../playbook.ts';
import {plainWords, whole} from './plain-words.ts';

interface Topic {
  readonly words: RegExp;
  readonly register: RegisterName;
  /** Where it is printed, if not where its table belongs. */
  readonly part?: PartName;
}

const and = '(?:,? (?:and|or|&) |/)';

/** What an entry asks to be written, where its words leave no doubt. */
const topics: readonly Topic[] = [
  {
    register: 'components',
    words: whole(
      '(?:the )?(?:system |solution )?architecture(?: overview)?',
      `components?(?:${and}versions?| overview)?`,
    ),
  },
  {
    register: 'settings',
    words: whole('(?:system )?(?:configuration|settings)(?: details| settings| overview| values)?'),
  },
  {
    register: 'dependencies',
    words: whole(
      `(?:external )?dependencies(?:${and}integrations)?`,
      `integrations(?:${and}dependencies)?`,
    ),
  },
  {
    register: 'access',
    words: whole(
      `access(?: requirements| methods)?(?:${and}credentials)?`,
      `credentials(?:${and}access)?`,
    ),
  },
  {
    register: 'flows',
    words: whole(`network(?: topology| flows| diagram)?(?:${and}(?:connectivity|topology|ports))?`),
  },
  {
    register: 'runbooks',
    part: 'troubleshoot',
    words: whole(`how to (?:view|read|find|access|check) (?:the )?logs?(?:${and}troubleshoot)?`),
  },
  {
    register: 'runbooks',
    words: whole(
      'how to (?:check|verify) (?:the )?(?:system |service )?(?:health|status)',
      'how to (?:start|stop|restart|shut down|deploy|redeploy|roll ?back|scale|upgrade|update|patch|restore|back ?up|fail ?over|rotate|renew)(?: .*)?',
      'how to perform (?:a )?(?:backups?|restores?|deployments?|upgrades?|rollbacks?|failovers?)(?: .*)?',
    ),
  },
  {
    register: 'symptoms',
    words: whole(
      'how to (?:handle|solve|fix|resolve) (?:common|known|frequent) (?:issues|problems|errors)',
      `common (?:issues|problems|errors)(?:${and}(?:solutions|fixes|workarounds|remedies))?`,
    ),
  },
  {
    register: 'escalations',
    words: whole('escalation(?: procedures?| paths?| process| steps)?'),
  },
  {
    register: 'contacts',
    words: whole('(?:support |escalation |on-call |emergency )?contacts', 'contact list'),
  },
  {register: 'training', part: 'resources', words: whole('(?:architecture |system )?diagrams?')},
  {register: 'training', part: 'operate', words: whole(`key workflows(?:${and}processes)?`)},
  {
    register: 'training',
    part: 'operate',
    words: whole(`common (?:tasks|procedures)(?:${and}(?:tasks|procedures))?`),
  },
  {
    register: 'training',
    part: 'troubleshoot',
    words: whole(
      'troubleshooting(?: guides?| steps)?',
      `faqs?(?:${and}known issues)?`,
      `known issues${and}faqs?`,
    ),
  },
  {
    register: 'severities',
    words: whole(
      `severit(?:y levels|ies)(?:${and}response times)?`,
      'response times',
      'support model',
    ),
  },
  {register: 'out-of-scope', words: whole('out of scope', 'exclusions')},
  {
    register: 'risks',
    words: whole(`(?:known )?risks(?:${and}(?:known )?issues)?`, 'risk register'),
  },
  {register: 'approvers', words: whole('approvers')},
  {register: 'duties', words: whole(`roles${and}responsibilities`)},
  {register: 'monitoring', words: whole(`monitoring(?:${and}alert(?:s|ing))?`, 'alerts')},
  {register: 'recovery', words: whole('disaster recovery(?: scenarios| plan)?')},
  {register: 'capacity', words: whole('capacity(?: limits)?')},
  {register: 'maintenance', words: whole('(?:recurring |routine )?maintenance(?: tasks)?')},
  {register: 'glossary', words: whole(`glossary`)},
];

function topicOf({text, children}: Item): Topic | undefined {
  if (children.length > 0) return undefined;
  const words = plainWords(text.replace(/ if (?:needed|necessary|required|applicable)\b.*$/iu, ''));
  return topics.find((topic) => topic.words.test(words));
}

function withTopics(step: Step): Step {
  const found = step.items.map(topicOf);
  if (step.screen !== 'checklist' || found.length < 2 || found.includes(undefined)) return step;
  const items = step.items.map((item, index) => {
    const {register, part} = found[index] ?? {};
    return {
      ...item,
      ...(register === undefined ? {} : {register}),
      ...(part === undefined ? {} : {part}),
    };
  });
  return {...step, screen: 'text', items};
}

/**
 * Steps of the preparation that list nothing but what is to be written down, such as "Architecture
 * overview" and "Escalation procedures", are written in their tables and not ticked.
 */
export function withWrittenTopics(phases: readonly Phase[]): readonly Phase[] {
  return phases.map((phase) =>
    phase.kind === 'preparation' ? {...phase, steps: phase.steps.map(withTopics)} : phase,
  );
}
