#include "tests/core/storage/ShimVfs.h"

#include <filesystem>
#include <new>
#include <utility>

namespace atelier::test {

namespace {

/// SQLite allocates this much and then the real file's size behind it.
struct ShimFile
{
    sqlite3_file base;
    ShimVfs *vfs;
    std::string *name; ///< owned; freed on close

    [[nodiscard]] sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    [[nodiscard]] const sqlite3_io_methods *methods() { return real()->pMethods; }
    [[nodiscard]] DiskHooks &hooks() const { return vfs->hooks(); }
};

ShimFile *shim(sqlite3_file *file)
{
    return reinterpret_cast<ShimFile *>(file);
}

std::string bareName(const char *path)
{
    return path != nullptr ? std::filesystem::path(path).filename().string() : std::string("temporary");
}

int closeFile(sqlite3_file *file)
{
    delete std::exchange(shim(file)->name, nullptr);
    return shim(file)->methods()->xClose(shim(file)->real());
}

int readFile(sqlite3_file *file, void *buffer, int size, sqlite3_int64 offset)
{
    const int answer = shim(file)->hooks().beforeRead(*shim(file)->name);
    return answer != SQLITE_OK ? answer
                               : shim(file)->methods()->xRead(shim(file)->real(), buffer, size, offset);
}

int writeFile(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    ShimFile &self = *shim(file);
    const std::string_view data(static_cast<const char *>(bytes), static_cast<std::size_t>(size));
    const int answer = self.hooks().beforeWrite(*self.name, data, offset);
    if (answer == SQLITE_OK)
        return self.methods()->xWrite(self.real(), bytes, size, offset);
    const int part = static_cast<int>(self.hooks().bytesBeforeFailing(data.size()));
    if (part > 0)
        self.methods()->xWrite(self.real(), bytes, part, offset);
    return answer;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    const int answer = shim(file)->hooks().beforeTruncate(*shim(file)->name, size);
    return answer != SQLITE_OK ? answer : shim(file)->methods()->xTruncate(shim(file)->real(), size);
}

int syncFile(sqlite3_file *file, int)
{
    return shim(file)->hooks().beforeSync(*shim(file)->name);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return shim(file)->methods()->xFileSize(shim(file)->real(), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return shim(file)->methods()->xLock(shim(file)->real(), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return shim(file)->methods()->xUnlock(shim(file)->real(), level);
}

int checkReservedLock(sqlite3_file *file, int *answer)
{
    return shim(file)->methods()->xCheckReservedLock(shim(file)->real(), answer);
}

int fileControl(sqlite3_file *file, int operation, void *argument)
{
    return shim(file)->methods()->xFileControl(shim(file)->real(), operation, argument);
}

int sectorSize(sqlite3_file *)
{
    return 512;
}

int deviceCharacteristics(sqlite3_file *)
{
    return 0;
}

int shmMap(sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
    const int answer = extend != 0 ? shim(file)->hooks().beforeMapping(*shim(file)->name) : SQLITE_OK;
    return answer != SQLITE_OK
        ? answer
        : shim(file)->methods()->xShmMap(shim(file)->real(), region, size, extend, memory);
}

int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    return shim(file)->methods()->xShmLock(shim(file)->real(), offset, count, flags);
}

void shmBarrier(sqlite3_file *file)
{
    shim(file)->methods()->xShmBarrier(shim(file)->real());
}

int shmUnmap(sqlite3_file *file, int remove)
{
    return shim(file)->methods()->xShmUnmap(shim(file)->real(), remove);
}

// Version 2: with shared memory, without memory mapping of the file itself, which would write behind the
// hooks.
constexpr sqlite3_io_methods shimMethods{2, closeFile, readFile, writeFile, truncateFile, syncFile, fileSize,
    lockFile, unlockFile, checkReservedLock, fileControl, sectorSize, deviceCharacteristics, shmMap, shmLock,
    shmBarrier, shmUnmap, nullptr, nullptr};

ShimVfs *owner(sqlite3_vfs *vfs)
{
    return static_cast<ShimVfs *>(vfs->pAppData);
}

int openFile(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    auto *self = new (file) ShimFile{{nullptr}, owner(vfs), nullptr};
    const std::string name = bareName(path);
    if (const int answer = self->hooks().beforeOpen(name); answer != SQLITE_OK)
        return answer;
    sqlite3_vfs *real = owner(vfs)->real();
    const int code = real->xOpen(real, path, self->real(), flags, outFlags);
    if (self->methods() != nullptr) {
        self->name = new std::string(name);
        self->base.pMethods = &shimMethods;
    }
    return code;
}

int deleteFile(sqlite3_vfs *vfs, const char *path, int)
{
    const int answer = owner(vfs)->hooks().beforeDelete(bareName(path));
    return answer != SQLITE_OK ? answer : owner(vfs)->real()->xDelete(owner(vfs)->real(), path, 0);
}

} // namespace

ShimVfs::ShimVfs(std::string name, DiskHooks &hooks)
    : m_name(std::move(name))
    , m_hooks(hooks)
    , m_real(sqlite3_vfs_find(nullptr))
    , m_vfs(*m_real)
{
    m_vfs.zName = m_name.c_str();
    m_vfs.szOsFile = static_cast<int>(sizeof(ShimFile)) + m_real->szOsFile;
    m_vfs.pAppData = this;
    m_vfs.xOpen = openFile;
    m_vfs.xDelete = deleteFile;
    sqlite3_vfs_register(&m_vfs, 0);
}

ShimVfs::~ShimVfs()
{
    sqlite3_vfs_unregister(&m_vfs);
}

} // namespace atelier::test
