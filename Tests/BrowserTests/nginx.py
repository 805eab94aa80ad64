"""nginx on a free port, serving a site under a path of the host with the headers that a publisher is told to send."""

import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from serving import HEADERS

CONFIGURATION = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 1;
events {{ worker_connections 64; }}
http {{
  types {{ text/html html; text/css css; text/javascript js; image/svg+xml svg; application/json json; text/markdown md; }}
  default_type application/octet-stream; access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    location = /favicon.ico {{ return 204; }}
    location /reports/night/ {{ alias {site}/; {headers} }}
  }}
}}
"""


class Nginx:
    def __init__(self, site):
        self.folder = folder = Path(tempfile.mkdtemp(prefix="faultline-nginx-"))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        headers = " ".join(f'add_header {name} "{value}";' for name, value in HEADERS.items())
        configuration = folder / "nginx.conf"
        configuration.write_text(CONFIGURATION.format(folder=folder, port=port, site=site, headers=headers), encoding="utf-8")
        program = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin")
        self.process = subprocess.Popen([program, "-p", str(folder), "-c", str(configuration), "-e", str(folder / "error.log")])
        self.address = f"http://127.0.0.1:{port}/reports/night"
        for _ in range(600):
            with socket.socket() as test:
                if test.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.1)
        self.quit()
        raise RuntimeError("nginx does not answer")

    def quit(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
