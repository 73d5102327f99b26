import {expect, it} from 'vitest';
import {discoverIn, flowsOf, rowsOf} from '../discover-in.ts';

const infra = {
  '.gitignore': '*.tfvars\n*.tfstate\n',
  'infra/main.tf': `terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 5.0" }
    random = {
      source  = "hashicorp/random" # for names
      version = "3.6.1"
    }
  }
  backend "s3" {
    bucket = "acme-state"
    key    = "shop.tfstate"
  }
}

provider "aws" { region = var.region }

/* resource "aws_instance" "never" {} */
# resource "aws_instance" "never" {}
resource "aws_db_instance" "main" {
  engine         = "postgres"
  engine_version = var.pg
  instance_class = "db.\${var.size}"
  password       = "hunter2horse"
  tags = merge(local.tags, { Name = "x } y" })
}

resource "aws_instance" "web" {
  count         = 2
  instance_type = "t3.small"
  user_data = <<-EOT
    resource "aws_instance" "never" {
    }
  EOT
}

resource "aws_security_group" "web" {
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8", "192.168.0.0/16"]
  }
  egress {
    from_port = 0
    to_port   = 0
    protocol  = "-1"
  }
}

resource "aws_cloudwatch_event_rule" "nightly" { schedule_expression = "cron(0 3 * * ? *)" }

module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.8.1"
}
`,
  'infra/variables.tf': `variable "pg" { default = "16.4" }
variable "region" {}
variable "admin" {
  sensitive = true
}
output "endpoint" {
  description = "Where the database is"
  value       = aws_db_instance.main.endpoint
}
output "key" {
  value     = "correct-horse-battery"
  sensitive = true
}
`,
  'infra/terraform.tfvars': 'region = "eu-central-1"\nadmin = "hunter2horse"\nzones = ["a", "b"]\n',
  'infra/other.tfvars': 'region = "us-east-1"\n',
  'infra/.terraform.lock.hcl':
    'provider "registry.terraform.io/hashicorp/aws" {\n  version = "5.31.0"\n  hashes = [\n    "h1:x",\n  ]\n}\n',
  'infra/terraform.tfstate': JSON.stringify({
    version: 4,
    terraform_version: '1.11.4',
    outputs: {
      endpoint: {value: 'db.internal.example:5432', type: 'string'},
      key: {value: 'correct-horse-battery', type: 'string', sensitive: true},
    },
    resources: [
      {
        mode: 'managed',
        type: 'aws_db_instance',
        name: 'main',
        instances: [
          {
            attributes: {
              engine: 'postgres',
              engine_version: '16.4',
              address: 'db.internal.example',
              endpoint: 'hidden.internal.example',
              password: 'hunter2horse',
            },
            sensitive_attributes: [[{type: 'get_attr', value: 'endpoint'}]],
          },
        ],
      },
      {mode: 'data', type: 'aws_ami', name: 'never', instances: []},
    ],
  }),
};

// Counted by hand: 4 resources of which 2 run, 2 providers, 1 module, 1 backend, 2 outputs, 1 rule, 1 schedule.
it('finds resources, providers, modules, outputs and rules, and no sensitive value', async () => {
  const found = await discoverIn(infra);
  expect(found.problems).toEqual([]);
  const components = Object.values(rowsOf(found, 'components'));
  expect(components.map(({name, version, purpose = ''}) => [name, version, purpose])).toEqual([
    ['aws_db_instance.main (infra)', '16.4', 'PostgreSQL, database'],
    ['aws_instance.web (infra)', 'unknown', ''],
  ]);
  const settings = Object.entries(rowsOf(found, 'settings')).map(([name, {value}]) => [
    name,
    value,
  ]);
  expect(Object.fromEntries(settings)).toEqual({
    'infra: Terraform aws_db_instance': 'main',
    'infra: Terraform aws_instance': 'web',
    'infra: Terraform aws_security_group': 'web',
    'infra: Terraform aws_cloudwatch_event_rule': 'nightly',
    'infra: Terraform': '>= 1.5',
    'infra: Terraform provider aws': 'hashicorp/aws 5.31.0',
    'infra: Terraform provider random': 'hashicorp/random 3.6.1',
    'infra: Terraform module vpc': 'terraform-aws-modules/vpc/aws 5.8.1',
    'infra: Terraform output endpoint': 'Where the database is',
    'infra: Terraform output key': 'in infra/variables.tf, not shown',
    'infra: Terraform state': 's3: bucket acme-state, key shop.tfstate',
    'infra: region': 'eu-central-1',
    'infra: admin': 'in infra/terraform.tfvars, not shown',
    'infra: zones': 'a, b',
    'other.tfvars: region': 'in infra/other.tfvars, not shown',
  });
  expect(flowsOf(found)).toEqual([
    '10.0.0.0/8, 192.168.0.0/16 > aws_security_group.web at 443, TCP',
  ]);
  expect(Object.values(rowsOf(found, 'maintenance'))).toEqual([
    {name: 'aws_cloudwatch_event_rule.nightly', rhythm: 'cron(0 3 * * ? *)'},
  ]);
  expect(found.drafts.filter(({kind}) => kind === 'runbook').map(({fields}) => fields)).toEqual([
    {
      name: 'See what Terraform would change in infra',
      commands: 'terraform -chdir=infra plan -input=false -lock=false',
      effect: 'safe',
    },
  ]);
  expect(JSON.stringify(found)).not.toMatch(/hunter2|battery|never|hidden/);
});

it('goes on after what is broken or hostile, and names the line', async () => {
  const found = await discoverIn({
    'a/main.tf':
      'resource "aws_instance" "ok" {}\n%% what\nresource "aws_instance" "open" {\n  a = "x\n',
    'b/main.tf': `a = ${'['.repeat(100_000)}\n${'b {\n'.repeat(50_000)}`,
    'c/main.tf': '}}}}\nresource "aws_instance" "after" {}\nx = "${"${"${\n',
    'd/main.tf': `x = <<EOT\n${'y\n'.repeat(1000)}`,
    'e/terraform.tfstate': '{"version": 3}',
    'f/terraform.tfstate': '{"version": 4, ',
    'g; rm -rf x/main.tf': 'provider "aws" {}\n',
  });
  expect(Object.keys(rowsOf(found, 'components'))).toEqual([
    'aws_instance.ok (a)',
    'aws_instance.open (a)',
    'aws_instance.after (c)',
  ]);
  expect(found.problems).toContainEqual({
    file: 'a/main.tf',
    line: 2,
    message: 'This is no block and no attribute.',
  });
  expect(found.problems.map(({file}) => file)).toEqual(
    expect.arrayContaining([
      'b/main.tf',
      'c/main.tf',
      'e/terraform.tfstate',
      'f/terraform.tfstate',
    ]),
  );
  expect(found.drafts.filter(({kind}) => kind === 'runbook')).toEqual([]);
});
