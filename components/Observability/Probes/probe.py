"""Asks for a page as a user would, from one region, and tells the region on-call is paged from whether it came.

Alarms look at metrics of their own region only. Two probes that report home are one page; two that report where they
run would be two.
"""

import os
import time
import urllib.request

import boto3

metrics = boto3.client("cloudwatch", region_name=os.environ["HOME_REGION"])


def handler(event, context):
    url, origin = os.environ["URL"], os.environ["FROM"]
    started = time.monotonic()
    problem = ask(url)
    report(origin, up=problem is None, seconds=time.monotonic() - started)
    if problem:
        raise RuntimeError(f"{url}: {problem}")
    return f"{url} answers"


def ask(url):
    """What is wrong with the page; None if nothing is."""
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return None if answer.status < 400 else f"status {answer.status}"
    except Exception as error:  # whatever keeps a user from the page is the finding
        return f"{type(error).__name__}: {error}"


def report(origin, up, seconds):
    dimensions = [{"Name": "From", "Value": origin}]
    metrics.put_metric_data(
        Namespace="Platform/Probe",
        MetricData=[
            {"MetricName": "Up", "Dimensions": dimensions, "Value": 1 if up else 0},
            {"MetricName": "Seconds", "Dimensions": dimensions, "Value": seconds, "Unit": "Seconds"},
        ],
    )
