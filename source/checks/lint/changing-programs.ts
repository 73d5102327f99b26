/** Programs that change something whatever their words are. */
export const alwaysChanging: ReadonlySet<string> = new Set(
  (
    'rm rmdir mv unlink shred truncate dd mkfs fdisk parted chmod chown chgrp chattr kill pkill killall ' +
    'reboot shutdown halt poweroff useradd userdel usermod groupadd groupdel passwd chpasswd mkdir ' +
    'touch cp ln install rsync patch umount swapoff modprobe rmmod insmod logrotate update-rc.d ' +
    'dropdb createdb dropuser createuser pg_restore'
  ).split(' '),
);

function verbs(list: string): RegExp {
  return new RegExp(`^(?:${list.replaceAll(' ', '|')})$`);
}

/** Programs of which one of the first words that are no options decides. */
export const changingVerbs: Readonly<Record<string, RegExp>> = {
  systemctl: verbs(
    'start stop restart try-restart reload reload-or-restart enable disable reenable mask unmask kill daemon-reload isolate set-property edit revert reboot poweroff',
  ),
  service: verbs('start stop restart reload force-reload'),
  'rc-service': verbs('start stop restart reload'),
  launchctl: verbs('load unload start stop kickstart bootstrap bootout enable disable kill'),
  supervisorctl: verbs('start stop restart reload update add remove signal'),
  kubectl: verbs(
    'apply delete create patch edit replace scale drain cordon uncordon taint label annotate set cp autoscale expose run restart undo pause resume',
  ),
  oc: verbs('apply delete create patch edit replace scale drain rollback new-app start-build'),
  helm: verbs('install upgrade uninstall delete rollback'),
  docker: verbs(
    'rm rmi run stop start restart kill pull push build prune create update rename load import up down',
  ),
  podman: verbs('rm rmi run stop start restart kill pull push build prune create update up down'),
  'docker-compose': verbs('up down rm run stop start restart kill pull build create'),
  terraform: verbs('apply destroy import taint untaint'),
  tofu: verbs('apply destroy import taint untaint'),
  git: verbs(
    'push commit reset checkout switch clean merge rebase pull stash tag rm mv add restore',
  ),
  apt: verbs('install remove purge upgrade full-upgrade autoremove'),
  'apt-get': verbs('install remove purge upgrade dist-upgrade autoremove'),
  yum: verbs('install remove erase update upgrade'),
  dnf: verbs('install remove erase update upgrade'),
  apk: verbs('add del upgrade'),
  snap: verbs('install remove refresh'),
  npm: verbs('install ci uninstall publish update'),
  pip: verbs('install uninstall'),
  aws: /^(?:rm|mv|cp|sync|mb|rb|(?:create|delete|put|update|modify|terminate|start|stop|reboot|attach|detach|associate|register|deregister|run|restore|send|invoke)-?[a-z-]*)$/,
  gcloud: verbs('create delete update deploy start stop restart reset patch add remove set'),
  az: verbs('create delete update start stop restart deallocate set add remove'),
  'redis-cli':
    /^(?:set|setex|del|unlink|expire|flushall|flushdb|config|rename|lpush|rpush|sadd|hset|zadd|shutdown)$/i,
  vault: verbs('write delete put patch destroy'),
  consul: verbs('put delete leave'),
  etcdctl: verbs('put del compact defrag'),
  ip: verbs('add del delete set flush replace'),
  rabbitmqctl: /^(?:add|delete|set|clear|purge|stop|start|reset|forget|change)_?[a-z_]*$/,
};

/** Programs that talk SQL. */
export const sqlPrograms = /^(?:psql|mysql|mariadb|sqlite3|sqlcmd|cqlsh|clickhouse-client)$/;

export const changingSql =
  /\b(?:INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|DROP\s+\w+|ALTER\s+\w+|TRUNCATE\s+\w+|CREATE\s+\w+|GRANT\s+\w+|REVOKE\s+\w+|VACUUM|REINDEX)\b/i;

/** Programs that run the command that follows their own options. */
export const runners =
  /^(?:sudo|doas|env|time|nohup|nice|ionice|exec|command|stdbuf|timeout|xargs|setsid|watch|then|do|else|if|while|until|!|\{)$/;

export const shells = /^(?:sh|bash|dash|ash|zsh|ksh)$/;
