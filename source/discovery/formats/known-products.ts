/** What a product is to a system. */
export type Role =
  | 'database'
  | 'cache'
  | 'queue'
  | 'proxy'
  | 'search'
  | 'storage'
  | 'monitoring'
  | 'scheduler'
  | 'load test'
  | 'identity'
  | 'mail'
  | 'VPN';

export interface Product {
  readonly name: string;
  readonly role: Role;
}

const byRole: Readonly<Record<Role, Readonly<Record<string, string>>>> = {
  database: {
    postgres: 'PostgreSQL',
    postgresql: 'PostgreSQL',
    postgis: 'PostGIS',
    timescaledb: 'TimescaleDB',
    pgvector: 'PostgreSQL',
    mysql: 'MySQL',
    mariadb: 'MariaDB',
    percona: 'Percona Server',
    mongo: 'MongoDB',
    mongodb: 'MongoDB',
    cassandra: 'Cassandra',
    couchdb: 'CouchDB',
    cockroach: 'CockroachDB',
    clickhouse: 'ClickHouse',
    'clickhouse-server': 'ClickHouse',
    influxdb: 'InfluxDB',
    neo4j: 'Neo4j',
    etcd: 'etcd',
    'mssql-server': 'SQL Server',
  },
  cache: {
    redis: 'Redis',
    valkey: 'Valkey',
    keydb: 'KeyDB',
    memcached: 'Memcached',
    dragonfly: 'Dragonfly',
  },
  queue: {
    rabbitmq: 'RabbitMQ',
    kafka: 'Kafka',
    'cp-kafka': 'Kafka',
    zookeeper: 'ZooKeeper',
    'cp-zookeeper': 'ZooKeeper',
    nats: 'NATS',
    'eclipse-mosquitto': 'Mosquitto',
    redpanda: 'Redpanda',
  },
  proxy: {
    nginx: 'nginx',
    'nginx-unprivileged': 'nginx',
    traefik: 'Traefik',
    caddy: 'Caddy',
    haproxy: 'HAProxy',
    httpd: 'Apache',
    envoy: 'Envoy',
    kong: 'Kong',
    swag: 'SWAG',
    pgbouncer: 'PgBouncer',
  },
  search: {
    elasticsearch: 'Elasticsearch',
    opensearch: 'OpenSearch',
    solr: 'Solr',
    meilisearch: 'Meilisearch',
    typesense: 'Typesense',
    qdrant: 'Qdrant',
  },
  storage: {minio: 'MinIO', seaweedfs: 'SeaweedFS', registry: 'Docker registry'},
  monitoring: {
    prometheus: 'Prometheus',
    grafana: 'Grafana',
    alertmanager: 'Alertmanager',
    loki: 'Loki',
    promtail: 'Promtail',
    pushgateway: 'Pushgateway',
    'node-exporter': 'Node exporter',
    'postgres-exporter': 'PostgreSQL exporter',
    cadvisor: 'cAdvisor',
    jaeger: 'Jaeger',
    tempo: 'Tempo',
    kibana: 'Kibana',
    'uptime-kuma': 'Uptime Kuma',
    'opentelemetry-collector': 'OpenTelemetry collector',
    'opentelemetry-collector-contrib': 'OpenTelemetry collector',
  },
  scheduler: {ofelia: 'Ofelia', 'swarm-cronjob': 'swarm-cronjob'},
  'load test': {
    k6: 'k6',
    locust: 'Locust',
    jmeter: 'JMeter',
    gatling: 'Gatling',
    vegeta: 'Vegeta',
    artillery: 'Artillery',
  },
  identity: {
    keycloak: 'Keycloak',
    authelia: 'Authelia',
    dex: 'Dex',
    vault: 'Vault',
    'oauth2-proxy': 'OAuth2 Proxy',
  },
  mail: {
    postfix: 'Postfix',
    mailhog: 'MailHog',
    mailpit: 'Mailpit',
    'docker-mailserver': 'Mailserver',
  },
  VPN: {gluetun: 'Gluetun', wireguard: 'WireGuard', openvpn: 'OpenVPN'},
};

const known = new Map<string, Product>(
  (Object.keys(byRole) as Role[]).flatMap((role) =>
    Object.entries(byRole[role]).map(([word, name]) => [word, {name, role}] as const),
  ),
);

/** A product by the last part of its image's name, or by the name of its package. */
export function knownProduct(word: string): Product | undefined {
  return known.get(word.toLowerCase());
}

/** What is known as a product: by it others say that they need it. */
export function productMark({name}: Product): string {
  return `product:${name}`;
}
