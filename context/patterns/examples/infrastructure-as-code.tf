terraform {
  required_version = ">= 1.11"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.80"
    }
  }
  backend "s3" {
    bucket       = "example-state"
    key          = "platform/orders.tfstate"
    region       = "us-east-1"
    encrypt      = true
    use_lockfile = true
  }
}

# A small beginning, in one state; network and cluster part as soon as they change at different rates.
provider "aws" {
  region = "us-east-1"
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "cluster" {
  count             = 2
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 4, count.index)
  availability_zone = ["us-east-1a", "us-east-1b"][count.index]
}

resource "aws_eks_cluster" "main" {
  name     = "orders"
  role_arn = var.cluster_role_arn

  vpc_config {
    subnet_ids              = aws_subnet.cluster[*].id
    endpoint_private_access = true
    endpoint_public_access  = false
  }

  lifecycle {
    prevent_destroy = true
  }
}

variable "cluster_role_arn" {
  type = string
}
