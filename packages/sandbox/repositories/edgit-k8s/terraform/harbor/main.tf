terraform {
  required_providers {
    harbor = {
      source  = "goharbor/harbor"
      version = "~> 3.10"
    }
  }
}

provider "harbor" {
  url = "https://harbor.exitthecloud.eu"
}

locals {
  proxies = {
    dockerhub = { provider = "docker-hub", url = "https://hub.docker.com" }
    ghcr      = { provider = "github", url = "https://ghcr.io" }
    quay      = { provider = "docker-registry", url = "https://quay.io" }
    gcr       = { provider = "docker-registry", url = "https://gcr.io" }
  }
}

resource "harbor_registry" "proxy" {
  for_each = local.proxies

  name          = each.key
  provider_name = each.value.provider
  endpoint_url  = each.value.url
}

resource "harbor_project" "proxy" {
  for_each = local.proxies

  name        = "proxy-${each.key}"
  registry_id = harbor_registry.proxy[each.key].registry_id
  public      = false
}

resource "harbor_project" "library" {
  name   = "library"
  public = false
}
