import type {About} from '../kind-about.ts';

export const about: About = {
  does: 'Looks at the memory, load, processors, uptime and clock of this host, or of the one that `on` leads to.',
  proves:
    "that it has what you ask for at this moment. In a container its limits count. The clock is as the host's own time service says it: chrony, ntpd or systemd-timesyncd.",
  subjects: {
    memory_total: 'All memory there is, or that the container may use.',
    memory_available: 'What programs can still have without others being pushed out.',
    memory_used: 'The total without what is available.',
    memory_used_percent: 'The same as a part of the total.',
    swap_total: 'All swap there is.',
    swap_available: 'What is left of it.',
    swap_used: 'What is used of it.',
    swap_used_percent: 'The same as a part of the total. Unknown where there is no swap.',
    load_1: 'Processes that ran or waited, on average of the last minute.',
    load_5: 'The same of the last 5 minutes.',
    load_15: 'The same of the last 15 minutes.',
    load_1_per_processor: 'Load of the last minute for each processor of the host.',
    load_5_per_processor: 'The same of the last 5 minutes.',
    load_15_per_processor: 'The same of the last 15 minutes.',
    processors: 'Processors that are on, or what the container may use of them.',
    uptime: 'How long it has been running.',
    clock_synchronized: 'Whether its clock follows another one.',
    clock_offset: 'How far its clock is off, whichever way. Unknown where nothing tells it.',
  },
  example: `vars:
  memory: 16 GiB
checks:
  - name: The host is as large as agreed, and not full
    host: this
    expect: {memory_total: {at_least: "\${memory}"}, processors: {at_least: 1}}
    warn: {memory_used_percent: {below: 99}}
`,
};
