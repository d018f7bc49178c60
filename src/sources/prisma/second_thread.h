// Work on a schema in two threads, where it is large enough for a second one to pay.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <future>
#include <mutex>
#include <thread>
#include <utility>

namespace pgplumb::prisma {

inline constexpr std::size_t worth_a_thread = 100;  // blocks

/// One thread for all that is done beside the first: starting one takes as long as reading some twenty models, and ending one as
/// long again, for the allocator goes through what it leaves behind. It starts with the first work.
class SecondThread {
 public:
  SecondThread() = default;
  ~SecondThread() {
    dismiss();
    if (thread_.joinable()) thread_.join();
  }
  SecondThread(const SecondThread&) = delete;
  SecondThread& operator=(const SecondThread&) = delete;

  /// Work under way, which uses what is there when it begins: it is waited for in any case.
  class Work {
   public:
    explicit Work(std::future<void> done) : done_(std::move(done)) {}
    Work(Work&&) = default;
    ~Work() {
      if (done_.valid()) done_.wait();
    }
    /// Throws what the action threw.
    void finish() { done_.get(); }

   private:
    std::future<void> done_;
  };

  /// Begins the action; where that is not worth a thread, the action is done when it is waited for. One at a time.
  template <class Action>
  [[nodiscard]] Work begin(bool is_worth_it, Action action) {
    if (!is_worth_it) return Work(std::async(std::launch::deferred, std::move(action)));
    std::packaged_task<void()> task(std::move(action));
    Work work(task.get_future());
    if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
    {
      const std::lock_guard lock(mutex_);
      next_ = std::move(task);
    }
    changed_.notify_one();
    return work;
  }

  /// Calls `action` for each of the items, in both halves at once. What it changes must belong to the item.
  template <class Items, class Action>
  void for_each_in_halves(Items& items, const Action& action) {
    const auto run = [&](std::size_t first, std::size_t end) {
      for (std::size_t i = first; i < end; ++i) action(items[i]);
    };
    const std::size_t half = items.size() / 2;
    Work behind = begin(items.size() >= worth_a_thread, [&] { run(half, items.size()); });
    run(0, half);
    behind.finish();
  }

  /// No more work will come: the thread ends while the first goes on.
  void dismiss() {
    {
      const std::lock_guard lock(mutex_);
      dismissed_ = true;
    }
    changed_.notify_one();
  }

 private:
  void run() {
    std::unique_lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [&] { return next_.valid() || dismissed_; });
      if (!next_.valid()) return;
      auto task = std::exchange(next_, {});
      lock.unlock();
      task();
      lock.lock();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::packaged_task<void()> next_;
  bool dismissed_ = false;
  std::thread thread_;
};

}  // namespace pgplumb::prisma
