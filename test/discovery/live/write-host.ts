import {chmodSync} from 'node:fs';
import {fakeSsh} from '../../checks/servers/fake-ssh.ts';
import type {MadeFolder} from '../make-folder.ts';

/** Programs of a host that say what is written here, and fail otherwise as if they were not there. */
export function writeHost(
  folder: MadeFolder,
  programs: Readonly<Record<string, string>>,
): string[] {
  chmodSync(folder.write('bin/ssh', fakeSsh), 0o755);
  const names = ['ss', 'ps', 'systemctl', 'docker', 'podman', 'kubectl', 'helm', 'df', 'cat', 'ls'];
  for (const name of [...names, 'find', 'openssl'])
    chmodSync(folder.write(`host/${name}`, `#!/bin/sh\n${programs[name] ?? 'exit 127'}\n`), 0o755);
  return [`${folder.path}/bin/ssh`, 'shop-1', 'env', `PATH=${folder.path}/host:/usr/bin:/bin`];
}

/** A host with units, containers and a cluster. */
export const host = {
  ss: `case "$*" in *established*) exit 0;; esac
/bin/cat <<'END'
tcp LISTEN 0 511 0.0.0.0:443 0.0.0.0:* users:(("envoy",pid=71,fd=6))
tcp LISTEN 0 128 [::]:22 [::]:* users:(("sshd",pid=40,fd=3))
udp UNCONN 0 0 127.0.0.53%lo:53 0.0.0.0:* users:(("systemd-resolve",pid=41,fd=13))
tcp LISTEN 0 128 10.0.0.5:9000 0.0.0.0:*
END`,
  ps: `/bin/cat <<'END'
   40     1 root  0::/system.slice/ssh.service sshd: /usr/sbin/sshd -D
   41     1 systemd-resolve  0::/system.slice/systemd-resolved.service /lib/systemd/systemd-resolved
   71     1 edge  0::/system.slice/edge.service /opt/edge/envoy --token hunter2horsebattery
   90     1 shop  0::/system.slice/shop-worker.service /opt/shop/worker --queue mail
   91    90 shop  0::/system.slice/shop-worker.service /opt/shop/worker --child
END`,
  systemctl: `/bin/cat <<'END'
edge.service loaded active running Edge proxy
shop-worker.service loaded active running Worker of the shop
ssh.service loaded active running OpenBSD Secure Shell server
systemd-resolved.service loaded active running Network Name Resolution
END`,
  docker: `echo 'cache|redis:7.2.4-alpine|127.0.0.1:6380->6379/tcp'
echo 'site|registry.example:5000/site:latest|0.0.0.0:8080->80/tcp, :::8080->80/tcp'`,
  podman: `echo 'permission denied' >&2; exit 1`,
  kubectl: `case "$*" in *current-context*) echo prod;; *)
echo 'Deployment|shop|api|registry.example/api:2.4.1||'
echo 'CronJob|shop|dump|postgres:16.4|0 3 * * *|true'
echo 'Deployment|kube-system|coredns|coredns:1.11||' ;; esac`,
  helm: `echo '[{"name":"shop","namespace":"shop","chart":"shop-1.2.0","app_version":"2.4.1"}]'`,
  df: `echo '/dev/sda1 104857600 52428800 52428800 50% /'; echo 'tmpfs 1000 0 1000 0% /run'`,
  cat: `echo 'MemTotal: 16777216 kB'`,
};
