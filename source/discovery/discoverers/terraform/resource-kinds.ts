import {knownProduct} from '../../formats/known-products.ts';

/** Resources that run, keep, send or let in something, by their type without the provider. */
const kinds: readonly (readonly [type: RegExp, purpose: string])[] = [
  [
    /^(?:db_instance|rds_cluster|rds_cluster_instance|sql_database_instance|\w*sql\w*_server|\w*sql_(?:flexible_)?server|docdb_cluster|neptune_cluster|redshift_cluster|dynamodb_table|cosmosdb_account|spanner_instance|bigtable_instance|database_cluster|advanced_cluster|alloydb_cluster)$/,
    'database',
  ],
  [
    /^(?:elasticache_cluster|elasticache_replication_group|elasticache_serverless_cache|redis_cluster|redis_instance|redis|memcache_instance|memorydb_cluster|redis_cache)$/,
    'cache',
  ],
  [
    /^(?:sqs_queue|sns_topic|mq_broker|msk_cluster|pubsub_topic|servicebus_namespace|servicebus_queue|eventhub|kinesis_stream)$/,
    'queue',
  ],
  [
    /^(?:s3_bucket|storage_bucket|storage_account|efs_file_system|filestore_instance|ecr_repository|artifact_registry_repository|spaces_bucket|container_registry)$/,
    'storage',
  ],
  [
    /^(?:lb|alb|elb|load_?balancer|application_gateway|cloudfront_distribution|api_gateway_rest_api|apigatewayv2_api|compute_forwarding_rule|compute_global_forwarding_rule)$/,
    'proxy',
  ],
  [/^(?:opensearch_domain|elasticsearch_domain)$/, 'search'],
  [
    /^(?:instance|spot_instance_request|autoscaling_group|compute_instance\w*|\w*virtual_machine\w*|droplet|server|eks_cluster|eks_node_group|container_cluster|container_node_pool|kubernetes_cluster|ecs_service|ecs_cluster|lambda_function|cloudfunctions2?_function|cloud_run_\w*service|cloud_run_service|app_service|\w*web_app|\w*function_app|app|release|container|service|deployment\w*|stateful_set\w*)$/,
    '',
  ],
];

/** What a resource is for, empty where only that it runs is known; nothing where it is no component. */
export function resourcePurpose(type: string): string | undefined {
  const short = type.slice(type.indexOf('_') + 1);
  return kinds.find(([pattern]) => pattern.test(short))?.[1];
}

/** A product by the word of an engine: `aurora-postgresql`, `POSTGRES_15`. */
export function engineProduct(engine: string) {
  return knownProduct(
    engine
      .toLowerCase()
      .replace(/^aurora-/, '')
      .replace(/_\d.*$/, ''),
  );
}

/** Attributes that say where something is or what size it has; none of them is a secret. */
export const tellingAttributes = [
  'engine',
  'instance_class',
  'instance_type',
  'machine_type',
  'node_type',
  'size',
  'region',
  'location',
  'availability_zone',
  'zone',
  'bucket',
  'domain_name',
  'dns_name',
  'endpoint',
  'address',
  'public_ip',
  'private_ip',
  'image',
  'chart',
] as const;

export const versionAttributes = [
  'engine_version',
  'kubernetes_version',
  'database_version',
  'version',
  'min_master_version',
  'runtime',
] as const;
