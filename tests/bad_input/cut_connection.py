"""A server that goes away in the middle: a proxy to the real one that hangs up after it has passed on some bytes."""

import os
import shutil
import socket
import tempfile
import threading


class CutConnection:
    def __init__(self, server_folder, after_bytes):
        self.server = os.path.join(server_folder, ".s.PGSQL.5432")
        self.after_bytes = after_bytes

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="pgplumb-cut-")
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(os.path.join(self.folder, ".s.PGSQL.5432"))
        self.listener.listen()
        threading.Thread(target=self.serve, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.listener.close()
        shutil.rmtree(self.folder)

    def serve(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            server = socket.socket(socket.AF_UNIX)
            server.connect(self.server)
            threading.Thread(target=self.pass_on, args=(client, server, None), daemon=True).start()
            threading.Thread(target=self.pass_on, args=(server, client, self.after_bytes), daemon=True).start()

    @staticmethod
    def pass_on(giver, taker, limit):
        passed = 0
        try:
            while chunk := giver.recv(4096):
                passed += len(chunk)
                if limit is not None and passed > limit:
                    break
                taker.sendall(chunk)
        except OSError:
            pass
        for end in (giver, taker):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
