import {askProgram, type AskContext} from '../ask-program.ts';
import {programOf} from '../process/running-process.ts';
import type {Listeners} from './listener.ts';
import type {PortProtocol} from './port-spec.ts';
import {addressOfHex} from './socket-address.ts';

/**
 * Prints the lines of /proc/net about the port, then whose they are. Only these: a busy host has
 * more sockets than anybody wants to read. `ls -n`, because names of users may come from far away.
 */
const script = `
[ -r "/proc/net/$3" ] || exit 3
echo "order $(printf '\\001\\000' | od -An -tu2 | tr -d ' ')"
sockets=$(cat "/proc/net/$3" "/proc/net/\${3}6" 2>/dev/null |
  grep -iE "^ *[0-9]+: [0-9A-F]+:$1 [0-9A-F]+:0000 $2 ")
[ -n "$sockets" ] || exit 0
printf '%s\\n' "$sockets" | while read -r slot local remote state queue timer retries id rest; do
  printf 'socket %s %s %s\\n' "$local" "$id" "\${rest#* }"
done
printf '%s\\n' "$sockets" | while read -r slot local remote state queue timer retries id rest; do
  printf 'user %s %s\\n' "$id" "$(awk -F: -v id="$id" '$3 == id {print $1; exit}' /etc/passwd)"
done
# Of all addresses of both families "*", of those of IPv6 alone "[::]".
ss -H -6 -ln"\${3%"\${3#?}"}" "sport = :$4" 2>/dev/null | while read -r state receives sends local rest; do
  printf 'bound %s\\n' "$local"
done
wanted=$(printf '%s\\n' "$sockets" | awk '{printf " %s", $10}')
ls -ln /proc/[0-9]*/fd 2>/dev/null | awk -v wanted="$wanted " '
  /^\\/proc\\// {split($0, part, "/"); pid = part[3]}
  match($0, /socket:\\[[0-9]+\\]/) {
    inode = substr($0, RSTART + 8, RLENGTH - 9)
    if (index(wanted, " " inode " ") && !seen[pid, inode]++) print pid, inode
  }' |
while read -r pid inode; do
  name=$(tr '\\000' '\\n' <"/proc/$pid/cmdline" | head -n 1)
  [ -n "$name" ] || name=$(cat "/proc/$pid/comm")
  printf 'holder %s %s %s\\n' "$inode" "$pid" "$name"
done
exit 0
`;

/** State of a socket that listens, and of one of UDP to which nobody is connected; include/net/tcp_states.h. */
const states = {tcp: '0A', udp: '07'} as const;

function words(lines: readonly string[], first: string): string[][] {
  return lines.filter((line) => line.startsWith(`${first} `)).map((line) => line.split(' '));
}

function listenersOf(said: string): Listeners {
  const lines = said.split('\n');
  const isBigEndian = lines[0] === 'order 256';
  const names = new Map(words(lines, 'user').map(([, id = '', name = '']) => [id, name]));
  const holders = words(lines, 'holder').map(([, inode, pid, ...name]) => {
    return {inode, pid: Number(pid), program: programOf(name.join(' '))};
  });
  const bound = new Set(words(lines, 'bound').map(([, place = '']) => place.replace(/:\d+$/, '')));
  // Were there both, it could not be told which is which.
  const isDual = bound.has('*') === bound.has('[::]') ? undefined : bound.has('*');
  return {
    listeners: words(lines, 'socket').map(([, local = '', id = '', inode = '']) => ({
      address: addressOfHex(local.slice(0, local.indexOf(':')), isBigEndian),
      isDual,
      user: names.get(id) || id,
      holders: holders
        .filter((one) => one.inode === inode)
        .map(({pid, program}) => ({pid, program})),
    })),
  };
}

/** Who listens by Linux's /proc, here or behind the check's `on`; undefined where there is none. */
export async function listenersInProc(
  port: number,
  protocol: PortProtocol,
  context: AskContext,
): Promise<Listeners | undefined> {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const command = ['sh', '-c', script, 'sh', hex, states[protocol], protocol, String(port)];
  const answer = await askProgram(command, context);
  if (answer.type === 'aborted') return {hindrance: 'it was not asked to the end'};
  if (answer.type === 'not-started')
    return {hindrance: `there is no shell to look into /proc (${answer.code})`};
  if (answer.exit === 3 && answer.stdout === '') return undefined;
  if (answer.exit !== 0 || !answer.stdout.startsWith('order '))
    return {hindrance: `/proc cannot be read: ${answer.stderr.trim() || `exit ${answer.exit}`}`};
  return listenersOf(answer.stdout);
}
