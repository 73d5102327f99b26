import {expect, it} from 'vitest';
import {discoverIn, flowsOf, rowsOf} from '../discover-in.ts';

const dockerfile = `# syntax=docker/dockerfile:1
ARG NODE_VERSION=20.11.1
FROM golang:1.22 AS tools
RUN <<EOF
FROM heredoc:9
EXPOSE 1
EOF
FROM node:\${NODE_VERSION}-alpine AS base
# EXPOSE 2
FROM base AS run
LABEL org.opencontainers.image.version="3.4.0"
ENV API_TOKEN=hunter2horse
RUN apk add \\
  # FROM comment:1
  curl
EXPOSE 8080 9090/udp
USER app
`;

it('finds images, ports and the user of the image that runs', async () => {
  const found = await discoverIn({'api/Dockerfile': dockerfile});
  expect(Object.values(rowsOf(found, 'components'))).toEqual([
    {name: 'api', version: '3.4.0', place: 'container built from api/Dockerfile'},
  ]);
  const settings = Object.values(rowsOf(found, 'settings')).map(({name, value}) => [name, value]);
  expect(settings).toEqual([
    ['api: image of stage tools', 'golang:1.22'],
    ['api: base image', 'node:20.11.1-alpine'],
    ['api: user in the container', 'app'],
  ]);
  expect(flowsOf(found)).toEqual(['not said > api at 8080, TCP', 'not said > api at 9090, UDP']);
  expect(JSON.stringify(found)).not.toMatch(/hunter2|heredoc|comment:1/);
});

it('counts an image once that Docker Compose builds, by the words of that', async () => {
  const found = await discoverIn({
    'api/Dockerfile': dockerfile,
    'compose.yaml':
      'services:\n  shop-api:\n    build: ./api\n    ports: ["8080:8080"]\n  job:\n    build: api\n',
  });
  expect(Object.values(rowsOf(found, 'components'))).toEqual([
    {
      name: 'shop-api',
      version: '3.4.0',
      place: 'container built from api/Dockerfile; port 8080',
    },
    {name: 'job', version: '3.4.0', place: 'container built from api/Dockerfile'},
  ]);
  expect(found.drafts[0]?.source).toBe('compose.yaml:2; api/Dockerfile:10');
  expect(flowsOf(found)).toEqual(['whoever reaches the host > shop-api at 8080, TCP']);
});

it('leaves out what is only to develop with', async () => {
  const {drafts, left} = await discoverIn({'Dockerfile.dev': 'FROM node:22\n'});
  expect(drafts).toEqual([]);
  expect(left).toEqual([{file: 'Dockerfile.dev', why: 'it is one to develop or to test with'}]);
});
