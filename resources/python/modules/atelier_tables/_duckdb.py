"""DuckDB's C interface, as far as tables need it, by ctypes."""

import ctypes
import enum
import functools
import os

Pointer = ctypes.c_void_p
Count = ctypes.c_uint64
Text = ctypes.c_char_p
State = ctypes.c_int


class TableError(Exception):
    """A table cannot be read or written; the message is a sentence for the user."""


class Type(enum.IntEnum):
    """`duckdb_type` of duckdb.h; the names are SQL's."""

    BOOLEAN = 1
    TINYINT = 2
    SMALLINT = 3
    INTEGER = 4
    BIGINT = 5
    UTINYINT = 6
    USMALLINT = 7
    UINTEGER = 8
    UBIGINT = 9
    FLOAT = 10
    DOUBLE = 11
    TIMESTAMP = 12
    DATE = 13
    HUGEINT = 16
    VARCHAR = 17
    DECIMAL = 19
    TIMESTAMP_S = 20
    TIMESTAMP_MS = 21
    TIMESTAMP_NS = 22
    TIMESTAMPTZ = 31
    UHUGEINT = 32
    OTHER = -1

    @classmethod
    def _missing_(cls, value):
        return cls.OTHER


class _RawResult(ctypes.Structure):
    _fields_ = [("counts", Count * 3), ("pointers", Pointer * 3)]


_FUNCTIONS = {
    "open": (State, Text, Pointer),
    "close": (None, Pointer),
    "connect": (State, Pointer, Pointer),
    "disconnect": (None, Pointer),
    "query": (State, Pointer, Text, Pointer),
    "result_error": (Text, Pointer),
    "destroy_result": (None, Pointer),
    "column_count": (Count, Pointer),
    "column_name": (Text, Pointer, Count),
    "column_type": (ctypes.c_int, Pointer, Count),
    "fetch_chunk": (Pointer, _RawResult),
    "vector_size": (Count,),
    "create_logical_type": (Pointer, ctypes.c_int),
    "destroy_logical_type": (None, Pointer),
    "create_data_chunk": (Pointer, Pointer, Count),
    "destroy_data_chunk": (None, Pointer),
    "data_chunk_reset": (None, Pointer),
    "data_chunk_get_size": (Count, Pointer),
    "data_chunk_set_size": (None, Pointer, Count),
    "data_chunk_get_vector": (Pointer, Pointer, Count),
    "vector_get_data": (Pointer, Pointer),
    "vector_get_validity": (Pointer, Pointer),
    "vector_ensure_validity_writable": (None, Pointer),
    "appender_create": (State, Pointer, Text, Text, Pointer),
    "append_data_chunk": (State, Pointer, Pointer),
    "appender_error": (Text, Pointer),
    "appender_close": (State, Pointer),
    "appender_destroy": (State, Pointer),
}


class _Api:
    """The library's functions as attributes, with their types."""

    def __init__(self, library):
        for name, (result, *arguments) in _FUNCTIONS.items():
            function = getattr(library, "duckdb_" + name)
            function.restype, function.argtypes = result, arguments
            setattr(self, name, function)


@functools.cache
def api():
    """The library that ATELIER_DUCKDB names, loaded once."""
    path = os.environ.get("ATELIER_DUCKDB")
    if not path:
        raise TableError("ATELIER_DUCKDB does not say where DuckDB's library is; Atelier sets it for its jobs, elsewhere "
                         "set it to the path of libduckdb.so.")
    try:
        return _Api(ctypes.CDLL(path))
    except OSError as error:
        raise TableError(f"DuckDB's library cannot be loaded: {error}; does ATELIER_DUCKDB name it?") from error


class Connection:
    """A database in memory for the time of a `with` block."""

    def __init__(self):
        self._api = api()
        self._database, self._connection = Pointer(), Pointer()

    def __enter__(self):
        if self._api.open(None, ctypes.byref(self._database)):
            raise TableError("DuckDB cannot be started; is memory short?")
        if self._api.connect(self._database, ctypes.byref(self._connection)):
            self.__exit__()
            raise TableError("DuckDB cannot be started; is memory short?")
        # A file of an unknown kind is an error here, not a reason to fetch an extension.
        self.execute("SET autoinstall_known_extensions = false")
        self.execute("SET autoload_known_extensions = false")
        return self

    def __exit__(self, *_):
        self._api.disconnect(ctypes.byref(self._connection))
        self._api.close(ctypes.byref(self._database))

    def query(self, sql):
        """The result of a statement; a context manager."""
        result = Result(self._api)
        if self._api.query(self._connection, sql.encode(), ctypes.byref(result.raw)):
            with result:
                raise TableError(f"DuckDB: {self._api.result_error(ctypes.byref(result.raw)).decode()}")
        return result

    def execute(self, sql):
        with self.query(sql):
            pass

    def create_table(self, table, columns):
        listed = ", ".join(f"{name} {kind.name}" for name, kind in columns)
        self.execute(f"CREATE TEMP TABLE {table} ({listed})")

    def append(self, table, columns, rows):
        """Appends columns of `rows` rows, each a `_columns.Column`."""
        appender = Pointer()
        failed = self._api.appender_create(self._connection, None, table.encode(), ctypes.byref(appender))
        try:
            with _Chunk(self._api, [column.type for column in columns]) as chunk:
                for first in range(0, 0 if failed else rows, chunk.capacity):
                    chunk.fill(columns, first, min(chunk.capacity, rows - first))
                    failed = failed or self._api.append_data_chunk(appender, chunk.pointer)
            if failed or self._api.appender_close(appender):
                raise TableError(f"DuckDB: {self._api.appender_error(appender).decode()}")
        finally:
            self._api.appender_destroy(ctypes.byref(appender))


class Result:
    """What a statement answered; closed by its `with` block."""

    def __init__(self, functions):
        self._api = functions
        self.raw = _RawResult()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._api.destroy_result(ctypes.byref(self.raw))

    @property
    def names(self):
        count = self._api.column_count(ctypes.byref(self.raw))
        return [self._api.column_name(ctypes.byref(self.raw), i).decode() for i in range(count)]

    @property
    def types(self):
        count = self._api.column_count(ctypes.byref(self.raw))
        return [Type(self._api.column_type(ctypes.byref(self.raw), i)) for i in range(count)]

    def chunks(self):
        """The rows, a chunk at a time; a chunk lives until the next is asked for."""
        while pointer := self._api.fetch_chunk(self.raw):
            chunk = Pointer(pointer)
            try:
                yield ReadChunk(self._api, chunk)
            finally:
                self._api.destroy_data_chunk(ctypes.byref(chunk))


class ReadChunk:
    """Some rows of a result, column by column."""

    def __init__(self, functions, pointer):
        self._api, self._pointer = functions, pointer
        self.size = functions.data_chunk_get_size(pointer)

    def addresses(self, column):
        """Where the column's values and the bits of those that are present lie; 0 for the bits: all are present."""
        vector = self._api.data_chunk_get_vector(self._pointer, column)
        return self._api.vector_get_data(vector) or 0, self._api.vector_get_validity(vector) or 0


class _Chunk:
    """Room for as many rows as DuckDB takes at once."""

    def __init__(self, functions, types):
        self._api = functions
        logical = [Pointer(functions.create_logical_type(kind)) for kind in types]
        self.pointer = Pointer(functions.create_data_chunk((Pointer * len(types))(*[each.value for each in logical]), len(types)))
        for each in logical:
            functions.destroy_logical_type(ctypes.byref(each))
        self.capacity = functions.vector_size()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._api.destroy_data_chunk(ctypes.byref(self.pointer))

    def fill(self, columns, first, count):
        self._api.data_chunk_reset(self.pointer)
        for i, column in enumerate(columns):
            vector = self._api.data_chunk_get_vector(self.pointer, i)
            values, present = column.slice(first, count)
            ctypes.memmove(self._api.vector_get_data(vector), values.ctypes.data, values.nbytes)
            if present is not None:
                self._api.vector_ensure_validity_writable(vector)
                ctypes.memmove(self._api.vector_get_validity(vector), present.ctypes.data, present.nbytes)
        self._api.data_chunk_set_size(self.pointer, count)
