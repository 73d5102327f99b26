import {expect, it} from 'vitest';
import {discoverIn, flowsOf, rowsOf} from '../discover-in.ts';

const prometheus = `global: {scrape_interval: 15s}
alerting:
  alertmanagers:
    - static_configs: [{targets: ["alertmanager:9093"]}]
remote_write:
  - url: https://metrics.vendor.example/api/v1/write
    basic_auth: {username: shop, password: hunter2horse}
scrape_configs:
  - job_name: prometheus
    static_configs: [{targets: ["localhost:9090"]}]
  - job_name: db
    static_configs:
      - targets: ["postgres-exporter:9187", "10.0.0.7:9100"]
  # - job_name: old
  #   static_configs: [{targets: ["old:1"]}]
`;

it('finds what only the configuration of Prometheus shows', async () => {
  const found = await discoverIn({
    'compose.yaml': 'services:\n  prometheus:\n    image: prom/prometheus:v3.4.2\n',
    'monitoring/prometheus.yml': prometheus,
    'chart/templates/prometheus-rules.yaml': 'groups: {{ toYaml .Values.groups }}\n',
  });
  expect(found.problems).toEqual([]);
  expect(Object.keys(rowsOf(found, 'components'))).toEqual(['prometheus']);
  expect(flowsOf(found)).toEqual([
    'prometheus > postgres-exporter at 9187, TCP',
    'prometheus > 10.0.0.7 at 9100, TCP',
    'prometheus > alertmanager at 9093, TCP',
    'prometheus > metrics.vendor.example at 443, TCP',
  ]);
  expect(Object.keys(rowsOf(found, 'dependencies'))).toEqual([
    '10.0.0.7',
    'metrics.vendor.example',
  ]);
  expect(JSON.stringify(found)).not.toContain('hunter2horse');
});

it('is a component of its own where nothing else starts it', async () => {
  const found = await discoverIn({'prometheus.yml': prometheus});
  expect(rowsOf(found, 'components')['prometheus']).toMatchObject({
    purpose: 'Prometheus, monitoring',
    place: 'configured by prometheus.yml',
  });
});
