import {expect, test} from 'vitest';
import {looksChanging} from '../../../source/checks/lint/looks-changing.ts';

test.each([
  ['rm -rf data', 'rm'],
  ['test -e x && mv x y', 'mv'],
  ['sudo -u app /bin/rm x', 'rm'],
  ['kubectl -n pay delete pod a', 'kubectl delete'],
  ['kubectl --namespace=pay apply -f x.yaml', 'kubectl apply'],
  ['kubectl rollout restart deploy/pay', 'kubectl restart'],
  ['kubectl exec pay-0 -- rm -f /x', 'rm'],
  ['ssh -p 22 host systemctl restart pay', 'systemctl restart'],
  ["ssh host 'cd /srv; rm x'", 'rm'],
  ['systemctl --user stop pay', 'systemctl stop'],
  ['psql -U pay -c "DELETE FROM orders"', 'DELETE FROM'],
  ["mysql -e 'drop table x'", 'drop table'],
  ['date > last-run.txt', '> last-run.txt'],
  ['echo x >>log', '> log'],
  ['make 2>errors.txt', '> errors.txt'],
  ['echo x | tee -a notes', 'tee'],
  ['curl -fsS -X POST http://a/', 'curl with POST'],
  ['curl -XDELETE http://a/', 'curl with DELETE'],
  ['curl --data a=b http://a/', 'curl that sends data (--data)'],
  ['sed -i s/a/b/ file', 'sed -i'],
  ['find . -name "*.tmp" -delete', 'find -delete'],
  ['find . -exec rm {} +', 'rm'],
  ['ls | xargs rm', 'rm'],
  ['bash -ec "rm x"', 'rm'],
  ['echo "$(rm x)"', 'rm'],
  ['LANG=C touch x', 'touch'],
  ['if true; then reboot; fi', 'reboot'],
  ['git tag v1', 'git tag'],
  ['redis-cli config set maxmemory 1', 'redis-cli config'],
  ['modprobe nf_tables', 'modprobe'],
  ['kubectl exec pay-0 -- rm --version x; rm y', 'rm'],
])('%s looks as if it changed something', (command, found) => {
  expect(looksChanging(command)).toBe(found);
});

test.each([
  "df -P . | awk 'NR == 2 {print $5}'",
  'kubectl -n pay get pods',
  'modprobe -n nf_tables',
  '/sbin/modprobe -n -v cramfs | grep install',
  'modprobe --showconfig',
  'passwd -S root',
  'dd --version',
  'git tag --list',
  'git stash list',
  'redis-cli config get maxmemory',
  'kubectl auth can-i create pods',
  'kubectl apply --dry-run=server -f x.yaml',
  'apt-get -s upgrade',
  'rsync -an a/ b/',
  'kubectl exec pay-0 -- cat /etc/os-release',
  'systemctl is-active pay',
  'psql -c "select count(*) from deletions"',
  'grep -c rm file 2>/dev/null',
  'grep "rm -rf" history # rm it',
  'ls >&2',
  'make check 2>&1 | tail -1',
  'curl -fsS http://a/ -o /dev/null',
  'curl -G -d a=b http://a/',
  'echo x > /tmp/probe && cat /tmp/probe && rm /tmp/probe',
  'kill -0 12',
  'crontab -l',
  'sed -n 1p file',
  'git status --porcelain',
  'wc -l < file',
  'docker ps',
  'test -s data/orders.json && grep -c amount data/orders.json',
  'mount',
])('%s does not', (command) => {
  expect(looksChanging(command)).toBeUndefined();
});

test('a list is looked at without a shell in between', () => {
  expect(looksChanging(['rm', 'x'])).toBe('rm');
  expect(looksChanging(['echo', '>', 'x'])).toBeUndefined();
});
