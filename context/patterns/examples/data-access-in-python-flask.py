from flask import Flask, g, jsonify
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session, sessionmaker


def create_app(url: str) -> Flask:
    app = Flask(__name__)
    engine = create_engine(url, pool_size=5, max_overflow=0, pool_timeout=0.5, pool_pre_ping=True)
    sessions = sessionmaker(engine)

    def session() -> Session:
        if "session" not in g:
            g.session = sessions()
        return g.session

    @app.teardown_appcontext
    def close(_error: BaseException | None) -> None:
        # One session a request; closing it rolls back what was not committed.
        if (opened := g.pop("session", None)) is not None:
            opened.close()

    @app.get("/orders/<int:order_id>")
    def show(order_id: int):
        row = session().execute(text("select id, state from orders where id = :id"), {"id": order_id}).mappings().first()
        return (jsonify(dict(row)), 200) if row else (jsonify(code="ORDER_UNKNOWN"), 404)

    return app
