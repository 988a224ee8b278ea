"""Which addresses of the web may be asked: their form, and the network they lead into."""

from __future__ import annotations

import ipaddress
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

SCHEMES = {"http": 80, "https": 443}
MAX_URL = 2_000
# parameters that name the way a reader came, not the page
TRACKING = (
    "utm_",
    "fbclid",
    "gclid",
    "wt_mc",
    "wt_zmc",
    "mc_cid",
    "mc_eid",
    "ns_mchannel",
    "ns_campaign",
    "at_medium",
    "at_campaign",
)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_LOCAL_NAT64 = ipaddress.ip_network("64:ff9b:1::/48")
_METADATA = {"fd00:ec2::254", "100.100.100.200", "192.0.0.192"}  # of clouds, outside of the link-local range
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def problem_of(url: str) -> str | None:
    """What is wrong with an address, in words; None where nothing is. Says nothing about where it leads."""
    if len(url) > MAX_URL:
        return f"it is longer than {MAX_URL} characters"
    if not url.isprintable() or " " in url:
        return "it holds spaces or control characters"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "it is malformed"
    if parts.scheme not in SCHEMES:
        return "it must begin with http:// or https://"
    if not parts.hostname:
        return "it names no host"
    if parts.username is not None or parts.password is not None:
        return "it carries a user name or password"
    return "port 0 does not exist" if port == 0 else None


def is_allowed(address: str, *, allow_private: bool) -> bool:
    """Whether a resolved address may be connected to.

    Only the public internet may, and with ``allow_private`` one's own networks and this machine. Link-local addresses
    (the metadata services of clouds), multicast and reserved ones are never allowed.
    """
    try:
        ip = _unwrapped(ipaddress.ip_address(address.partition("%")[0]))
    except ValueError:
        return False
    if ip.is_link_local or ip.is_multicast or ip.is_unspecified or ip in _LOCAL_NAT64 or str(ip) in _METADATA:
        return False
    if ip.version == 4 and ip.is_reserved:
        return False
    return ip.is_global or (allow_private and (ip.is_private or ip.is_loopback))


def _unwrapped(ip: Address) -> Address:
    """The IPv4 address inside an IPv6 one that only carries it."""
    if isinstance(ip, ipaddress.IPv4Address):
        return ip
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or ip


def normalised(url: str) -> str:
    """The form by which a page is recognised: lower-case host, no default port, fragment or tracking parameters."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.strip()
    host = (parts.hostname or "").rstrip(".")
    if ":" in host:
        host = f"[{host}]"
    if port and port != SCHEMES.get(parts.scheme):
        host = f"{host}:{port}"
    query = parts.query
    if any(mark in query for mark in TRACKING):
        kept = [(key, value) for key, value in parse_qsl(query, keep_blank_values=True) if not key.startswith(TRACKING)]
        query = urlencode(kept)
    return urlunsplit((parts.scheme, host, parts.path or "/", query, ""))
