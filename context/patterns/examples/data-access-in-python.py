from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, selectinload


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column()
    lines: Mapped[list["Line"]] = relationship(lazy="raise")
    __mapper_args__ = {"version_id_col": version}


class Line(Base):
    __tablename__ = "order_lines"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)


def connect() -> async_sessionmaker[AsyncSession]:
    # Called at the start of each process, after the fork: one engine each.
    # asyncpg for PostgreSQL; for MySQL the address begins with mysql+aiomysql://.
    engine = create_async_engine(
        "postgresql+asyncpg://orders@db/orders", pool_size=5, max_overflow=0, pool_timeout=0.5, pool_recycle=1500, pool_pre_ping=True
    )
    return async_sessionmaker(engine, expire_on_commit=False)


@asynccontextmanager
async def unit_of_work(sessions: async_sessionmaker[AsyncSession]) -> AsyncIterator[AsyncSession]:
    async with sessions() as session, session.begin():
        yield session


async def order_with_lines(session: AsyncSession, order_id: int) -> Order | None:
    return await session.scalar(select(Order).where(Order.id == order_id).options(selectinload(Order.lines)))
