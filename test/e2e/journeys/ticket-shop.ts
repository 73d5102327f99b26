import {createServer, type Server} from 'node:net';
import {chmod, mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Place} from '../place.ts';

const compose = (web: number, db: number, cache: number) => `name: ticket-shop
services:
  web:
    image: nginx:1.27.3
    ports: ["127.0.0.1:${web}:80"]
    volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]
    depends_on: [app]
  app:
    build: ./app
    image: registry.example.com/ticket-shop/app:2.4.1
    environment:
      DATABASE_URL: postgres://shop:\${DB_PASSWORD}@db:5432/shop
      REDIS_URL: redis://cache:6379/0
      MAIL_HOST: mail.example.com
    healthcheck:
      test: ["CMD", "curl", "-f", "http://localhost:5000/health"]
    depends_on: [db, cache]
  db:
    image: postgres:16.4
    ports: ["127.0.0.1:${db}:5432"]
    environment:
      POSTGRES_USER: shop
      POSTGRES_PASSWORD: \${DB_PASSWORD}
    volumes: [db-data:/var/lib/postgresql/data]
  cache:
    image: redis:7.4.1
    ports: ["127.0.0.1:${cache}:6379"]
volumes:
  db-data:
`;

const nginx = `events {}
http {
  access_log /var/log/nginx/shop.log;
  server {
    listen 80;
    location / { proxy_pass http://app:5000; }
  }
}
`;

const dockerfile = `FROM python:3.12.7-slim
COPY . .
RUN pip install flask==3.0.3 gunicorn==23.0.0
EXPOSE 5000
CMD ["gunicorn", "-b", "0.0.0.0:5000", "shop:app"]
`;

const backup = `#!/bin/sh
# Backs the orders up; cron runs it each night.
set -eu
mkdir -p backups
docker compose exec -T db pg_dump -U shop shop >backups/shop.dump
echo "written: backups/shop.dump"
`;

const restore = `#!/bin/sh
# Restores the orders from the newest dump.
set -eu
docker compose exec -T db psql -U shop shop <backups/shop.dump
echo "restored from backups/shop.dump"
`;

/** Stands in for Docker, which runs in no test: it answers as the four containers would. */
const docker = `#!/bin/sh
case "$*" in
  *pg_dump*) echo "-- orders" ;;
  *psql*) cat >/dev/null ;;
  *exec*curl*) echo '{"status":"ok"}' ;;
  *ps*) printf 'web running\\napp running\\ndb running\\ncache running\\n' ;;
  *logs*) echo 'app  | GET /health 200' ;;
  *restart*) echo 'restarted' ;;
  *) echo "no answer to: $*" >&2; exit 1 ;;
esac
`;

async function listening(): Promise<{readonly server: Server; readonly port: number}> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('There is no port.');
  return {server, port: address.port};
}

/** A system of four components on one host, as its repository and its ports show it. */
export interface TicketShop extends AsyncDisposable {
  /** Where the stand-in of Docker lies. */
  readonly programs: string;
}

/** nginx before a Flask application, PostgreSQL and Redis, deployed from the workspace of a place. */
export async function deployTicketShop(place: Place): Promise<TicketShop> {
  const listeners = await Promise.all([listening(), listening(), listening()]);
  const [web, db, cache] = listeners.map(({port}) => port);
  const programs = path.join(place.path, 'programs');
  await mkdir(programs);
  await mkdir(path.join(place.workspace, 'app'));
  await mkdir(path.join(place.workspace, 'scripts'));
  await place.write('README.md', '# Ticket shop\n\nSells tickets of the theatres.\n');
  await place.write('compose.yaml', compose(web ?? 0, db ?? 0, cache ?? 0));
  await place.write('nginx.conf', nginx);
  await place.write('app/Dockerfile', dockerfile);
  await place.write('scripts/backup.sh', backup, 0o755);
  await place.write('scripts/restore.sh', restore, 0o755);
  await place.write('crontab', '15 2 * * * /opt/ticket-shop/scripts/backup.sh\n');
  await writeFile(path.join(programs, 'docker'), docker);
  await chmod(path.join(programs, 'docker'), 0o755);
  return {
    programs,
    async [Symbol.asyncDispose]() {
      await Promise.all(
        listeners.map(
          ({server}) =>
            new Promise((resolve) => {
              server.close(resolve);
            }),
        ),
      );
    },
  };
}
