terraform {
  required_version = ">= 1.6"

  required_providers {
    keycloak = {
      source  = "mrparkers/keycloak"
      version = "~> 4.4"
    }
    vault = {
      source  = "hashicorp/vault"
      version = "~> 4.8"
    }
    random = {
      source  = "hashicorp/random"
      version = "~> 3.7"
    }
  }

  backend "s3" {
    bucket = "terraform-state"
    key    = "keycloak.tfstate"
  }
}

provider "keycloak" {
  client_id = "terraform"
  url       = var.keycloak_url
}

provider "vault" {
  address = var.vault_address
}

data "keycloak_realm" "edgit" {
  realm = var.keycloak_realm
}

# les groupes du catalogue, un par équipe
resource "keycloak_group" "team" {
  for_each = toset(var.teams)

  realm_id = data.keycloak_realm.edgit.id
  name     = each.value
}
