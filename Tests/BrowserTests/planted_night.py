"""A night in which given texts stand wherever a log can hold a text, and the site that Faultline makes of it."""

import json
import os
import shutil
import subprocess
import uuid
from pathlib import Path

FAULTLINE = Path(os.environ["FAULTLINE"])

START = 1_773_306_840_000
"""2026-03-12 09:14:00 UTC, in milliseconds."""

PLACES = (
    "id", "extended id", "API", "stage", "route", "path and query", "user agent", "response message", "function name", "stream name",
    "log message", "JSON key", "JSON value", "error type", "error message", "stack trace", "header map", "body", "file name",
)


def _ids(number):
    return [str(uuid.UUID(int=(number << 8) + part, version=4)) for part in range(8)]


def _envelope(group, stream, events):
    """A subscription's document; `events` are times and messages."""
    return json.dumps({
        "messageType": "DATA_MESSAGE", "owner": "111122223333", "logGroup": group, "logStream": stream,
        "subscriptionFilters": ["all"],
        "logEvents": [{"id": f"{time}{place:06}", "timestamp": time, "message": message} for place, (time, message) in enumerate(events)],
    })


def _named_request(number, text):
    """A request whose every name is the text, and the run that it called."""
    time = START + number * 1000
    run = _ids(number)[0]
    row = {
        "requestId": f"{number} {text}", "extendedRequestId": f"x{number} {text}", "requestTimeEpoch": str(time), "httpMethod": "POST",
        "resourcePath": f"/r/{text}", "path": f"/prod/r?q={text}", "status": "500", "responseLatency": "20", "apiId": f"api {text}",
        "stage": f"stage {text}", "userAgent": f"agent {text}", "sourceIp": "203.0.113.7", "integration.requestId": run,
        "integration.status": "200", "integration.latency": "15", "error.message": f"said {text}",
    }
    stack = [f"TypeError: {text}", f"    at {text} (/var/task/index.js:1:2)", "    at handler (/var/task/index.js:3:4)"]
    record = {
        "timestamp": "2026-03-12T09:14:00.000Z", "level": "ERROR", "requestId": run, "message": f"told {text}", text: "key",
        "value": text, "inner": json.dumps({"deep": text}), "errorType": f"Type {text}", "errorMessage": f"message {text}", "stack": stack,
    }
    events = [
        (time + 1, f"START RequestId: {run} Version: 7\n"),
        (time + 2, f"2026-03-12T09:14:00.002Z\t{run}\tINFO\tplain {text}\n"),
        (time + 3, json.dumps(record)),
        (time + 4, f"2026-03-12T09:14:00.004Z\t{run}\tERROR\tCaught " + "\n".join(stack) + "\n"),
        (time + 9, f"END RequestId: {run}\n"),
        (time + 9, f"REPORT RequestId: {run}\tDuration: 8.00 ms\tBilled Duration: 8 ms\tMemory Size: 128 MB\tMax Memory Used: 60 MB\t\n"),
    ]
    return json.dumps(row), _envelope(f"/aws/lambda/fn {text}", f"2026/03/12/[7]{text}", events)


def _executed_request(number, text):
    """A request whose execution log holds the text."""
    time = START + number * 1000 + 500
    request, extended = _ids(number)[1], f"Ext{number}IAMFq="
    row = {
        "requestId": request, "extendedRequestId": extended, "requestTimeEpoch": str(time), "httpMethod": "POST",
        "resourcePath": "/executed", "path": "/prod/executed", "status": "502", "responseLatency": "20", "apiId": "a1b2c3",
        "stage": "prod", "error.responseType": "DEFAULT_5XX", "error.message": "Internal server error",
    }
    lines = [
        f"Extended Request Id: {extended}", "Verifying Usage Plan for request", "HTTP Method: POST, Resource Path: /prod/executed",
        f"Method request query string: {{q={text}}}", f"Method request headers: {{X-Own={text}, Host=api.example.com}}",
        f"Method request body before transformations: {text}",
        f"Endpoint response body before transformations: {text}",
        "Execution failed due to configuration error: Malformed Lambda proxy response", "Method completed with status: 502",
    ]
    events = [(time + place, f"({request}) {line}") for place, line in enumerate(lines)]
    return json.dumps(row), _envelope("API-Gateway-Execution-Logs_a1b2c3/prod", "0f" * 16, events)


def _file_name(number, text):
    """The text as a name of a file: without slashes, at most 200 bytes."""
    return f"{number} " + text.replace("/", "_").replace("\0", "_").encode()[:200].decode(errors="ignore")


def write_night(folder, texts):
    """Two failing requests for each text, which hold it in every one of PLACES."""
    logs = folder / "logs"
    shutil.rmtree(folder, ignore_errors=True)
    logs.mkdir(parents=True)
    rows = []
    for number, text in enumerate(texts):
        documents = []
        for request in (_named_request, _executed_request):
            row, document = request(number, text)
            rows.append(row)
            documents.append(document)
        (logs / _file_name(number, text)).write_text("\n".join(documents) + "\n", encoding="utf-8", errors="surrogatepass")
    (logs / "access.json").write_text("\n".join(rows) + "\n", encoding="utf-8", errors="surrogatepass")
    return logs


def build(folder, *options):
    """Builds the site of a written night; answers its folder and what the command said."""
    site = folder / "site"
    done = subprocess.run(
        [FAULTLINE, "build", "logs", "--output", "site", "--verbose", *options], cwd=folder, capture_output=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1773360000"}, check=False)
    return site, done
