#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <type_traits>
#include <vector>

namespace atelier::series {

/// An append-only sequence whose copies share their items: a copy costs one pointer. A copy is a snapshot
/// that another thread may read while this one goes on growing.
template<typename T>
class Growing
{
    static_assert(std::is_trivially_copyable_v<T>);

public:
    void append(const T &item)
    {
        *room(m_size % chunkItems, 1) = item;
        ++m_size;
    }

    void append(std::span<const T> items)
    {
        while (!items.empty()) {
            const std::size_t place = m_size % chunkItems;
            const std::size_t count = std::min(items.size(), chunkItems - place);
            std::copy_n(items.begin(), count, room(place, count));
            m_size += count;
            items = items.subspan(count);
        }
    }

    void append(const Growing &others)
    {
        for (std::size_t i = 0; i < others.size(); i += others.piece(i).size())
            append(others.piece(i));
    }

    /// Keeps the first `size` items.
    void truncate(std::size_t size)
    {
        m_size = size;
        if (size == 0)
            m_list.reset();
    }

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] const T &operator[](std::size_t i) const
    {
        return m_list->chunks[i / chunkItems]->items[i % chunkItems];
    }
    [[nodiscard]] const T &back() const { return (*this)[m_size - 1]; }
    /// As many of the items from `begin` on as lie side by side; at least one.
    [[nodiscard]] std::span<const T> piece(std::size_t begin) const
    {
        return {&(*this)[begin], std::min(m_size, (begin / chunkItems + 1) * chunkItems) - begin};
    }

private:
    static constexpr std::size_t chunkItems = 1024;

    struct Chunk
    {
        std::atomic<std::size_t> used = 0;
        std::array<T, chunkItems> items;
    };
    /// The chunks, with room for more, so that copies share this too.
    struct List
    {
        std::atomic<std::size_t> used = 0;
        std::vector<std::shared_ptr<Chunk>> chunks;
    };

    /// Room for `count` items behind the `place` that the last chunk has.
    T *room(std::size_t place, std::size_t count)
    {
        const std::size_t number = m_size / chunkItems;
        if (place == 0)
            put(number, std::make_shared_for_overwrite<Chunk>());
        if (!claims(m_list->chunks[number]->used, place, place + count)) {
            auto own = std::make_shared_for_overwrite<Chunk>();
            std::copy_n(m_list->chunks[number]->items.begin(), place, own->items.begin());
            own->used = place + count;
            put(number, std::move(own));
        }
        return m_list->chunks[number]->items.data() + place;
    }

    void put(std::size_t number, std::shared_ptr<Chunk> chunk)
    {
        if (!m_list || number == m_list->chunks.size() || !claims(m_list->used, number, number + 1))
            m_list = listOf(number);
        m_list->chunks[number] = std::move(chunk);
    }

    /// A list of its own with the first `count` chunks, the next one's place taken.
    [[nodiscard]] std::shared_ptr<List> listOf(std::size_t count) const
    {
        auto list = std::make_shared<List>();
        list->chunks.resize(std::max<std::size_t>(1, 2 * count));
        if (count > 0)
            std::copy_n(m_list->chunks.begin(), count, list->chunks.begin());
        list->used = count + 1;
        return list;
    }

    // Whoever takes a place first has it; another copy of the sequence that grows too goes on in a chunk, or
    // in a list, of its own.
    static bool claims(std::atomic<std::size_t> &used, std::size_t from, std::size_t to)
    {
        return used.compare_exchange_strong(from, to, std::memory_order_relaxed);
    }

    std::shared_ptr<List> m_list; ///< null while it is empty
    std::size_t m_size = 0;
};

} // namespace atelier::series
