import {askProgram, type AskContext} from '../ask-program.ts';

/** What a host says of itself, by the file or program that says it. */
export type HostTexts = ReadonlyMap<string, string>;

/** Linux has files to read; macOS has sysctl and vm_stat. Each part follows a line with its name. */
const script = `
for file in /proc/meminfo /proc/loadavg /proc/uptime /sys/devices/system/cpu/online \\
  /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory.current /sys/fs/cgroup/memory.stat \\
  /sys/fs/cgroup/memory.swap.max /sys/fs/cgroup/memory.swap.current /sys/fs/cgroup/cpu.max; do
  [ -r "$file" ] && echo "==> $file" && cat "$file"
done 2>/dev/null
[ -r /proc/meminfo ] && exit 0
echo '==> sysctl'
sysctl hw.memsize hw.ncpu vm.loadavg vm.swapusage kern.boottime || exit 3
echo '==> vm_stat'
vm_stat || exit 3
echo '==> date'
date +%s
`;

/** Asks the host, here or behind the check's `on`; or says why it does not tell. */
export async function readHost(
  context: AskContext,
): Promise<HostTexts | {readonly hindrance: string}> {
  const answer = await askProgram(['sh', '-c', script], context);
  if (answer.type === 'aborted') return {hindrance: 'it was not asked to the end'};
  if (answer.type === 'not-started')
    return {hindrance: `there is no shell to ask with (${answer.code})`};
  const texts = new Map<string, string>();
  for (const part of answer.stdout.split(/^==> /m).slice(1)) {
    const end = part.indexOf('\n');
    texts.set(part.slice(0, end), part.slice(end + 1));
  }
  if (answer.exit === 0 && texts.size > 0) return texts;
  const said = answer.stderr.trim();
  return {hindrance: `it has neither /proc nor sysctl${said === '' ? '' : `: ${said}`}`};
}
