import type {Finding} from '../../discovered.ts';
import {at, row} from '../../findings.ts';
import {isSchedule, loopRhythm} from '../../formats/cron-lines.ts';
import {mapOf, type YamlNode} from '../../yaml/yaml-node.ts';
import {about} from './components.ts';
import {asMap} from './merge.ts';
import type {Project} from './project.ts';
import {commandLine, type Service} from './compose-service.ts';

interface Job {
  readonly name: string;
  readonly rhythm: string;
  readonly command?: string | undefined;
  readonly node: YamlNode;
}

/** Labels by which Ofelia, Chadburn, deck-chores and swarm-cronjob are told what to start. */
const scheduled =
  /^(?<stem>(?:ofelia|chadburn)\.job-[a-z-]+\.(?<job>[\w-]+)|deck-chores\.(?<chore>[\w-]+)|swarm\.cronjob)\.(?:schedule|cron|interval|date)$/;

function labelledJobs({name, node}: Service, {text}: Project): Job[] {
  const labels = mapOf(asMap(mapOf(node).get('labels')));
  return [...labels].flatMap(([label, value]) => {
    const {stem, job, chore} = scheduled.exec(label)?.groups ?? {};
    const rhythm = text(value)?.text;
    if (stem === undefined || rhythm === undefined) return [];
    return [
      {
        name: job ?? chore ?? name,
        rhythm,
        command: text(labels.get(`${stem}.command`))?.text,
        node: value,
      },
    ];
  });
}

/** `BACKUP_CRON: 0 3 * * *`: most programs that start something themselves are told so. */
function variableJobs({node}: Service, {text}: Project): Job[] {
  return [...mapOf(asMap(mapOf(node).get('environment')))].flatMap(([name, value]) => {
    const said = text(value);
    const isNamed = /cron|schedule|interval|frequency/i.test(name);
    return said && isNamed && isSchedule(said.text) ? [{name, rhythm: said.text, node: value}] : [];
  });
}

/** A schedule in a command line, such as `echo "0 3 * * * backup" | crontab -`, or a loop that waits. */
function commandJobs(service: Service, project: Project): Job[] {
  const node =
    mapOf(service.node).get('command') ?? mapOf(service.node).get('entrypoint') ?? service.node;
  const line =
    `${commandLine(service.node, project, 'entrypoint')} ${commandLine(service.node, project, 'command')}`.trim();
  return loopRhythm(line).map(({rhythm, command}) => ({name: service.name, rhythm, command, node}));
}

/** What is started again and again, wherever a project says so. */
export function jobRows(services: readonly Service[], project: Project): Finding[] {
  return services.flatMap((service) =>
    [
      ...labelledJobs(service, project),
      ...variableJobs(service, project),
      ...commandJobs(service, project),
    ].map(({name, rhythm, command, node}) => {
      const place = name === service.name ? name : `${name} in ${service.name}`;
      const off = service.off === undefined ? '' : `; off by default: ${service.off}`;
      return row(
        'maintenance',
        `${about(project, service.name)} ${name}`,
        {name: command === undefined ? place : `${place}: ${command}`, rhythm: `${rhythm}${off}`},
        at(node.file, node.line),
      );
    }),
  );
}
